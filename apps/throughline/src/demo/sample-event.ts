import type {
  ActivityEvent,
  ChangeEvent,
  CommitEvent,
  DeploymentEvent,
  FeedbackEvent,
  IncidentEvent,
  ServiceEvent,
} from '@throughline/events';

/** An event as it is sent: what has a default may be left out. */
type Sent<Event, Defaulted extends keyof Event> = Omit<Event, Defaulted> &
  Partial<Pick<Event, Defaulted>>;

type Envelope = 'source' | 'updatedAt' | 'labels' | 'retracted';

export type SampleCommit = Sent<CommitEvent, Envelope>;
export type SampleChange = Sent<ChangeEvent, Envelope>;
export type SampleDeployment = Sent<DeploymentEvent, Envelope | 'kind' | 'fixes'>;
export type SampleIncident = Sent<IncidentEvent, Envelope>;
export type SampleService = Sent<ServiceEvent, Envelope>;
export type SampleActivity = Sent<ActivityEvent, Envelope>;
export type SampleFeedback = Sent<FeedbackEvent, Envelope>;

export type SampleEvent =
  | SampleCommit
  | SampleChange
  | SampleDeployment
  | SampleIncident
  | SampleService
  | SampleActivity
  | SampleFeedback;

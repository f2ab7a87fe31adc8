import type { z } from 'zod';
import type { Instant } from './instant.js';
import { type EventKind, KINDS } from './kinds.js';

export type EventType = keyof typeof KINDS;

export const EVENT_TYPES = Object.keys(KINDS) as readonly EventType[];

type Stated<Type extends EventType> = z.infer<ReturnType<(typeof KINDS)[Type]['stated']>>;
type Withdrawn<Type extends EventType> = z.infer<ReturnType<(typeof KINDS)[Type]['withdrawn']>>;

/** After parsing, every event says when it was true. */
type Dated<Event> = Event & { readonly updatedAt: Instant };

/** An event that states a fact. */
export type EventOf<Type extends EventType> = Dated<Stated<Type>>;

/** An event that withdraws a thing. */
export type WithdrawalOf<Type extends EventType> = Dated<Withdrawn<Type>>;

export type CommitEvent = EventOf<'commit'>;
export type ArtifactEvent = EventOf<'artifact'>;
export type ChangeEvent = EventOf<'change'>;
export type ReviewEvent = EventOf<'review'>;
export type DeploymentEvent = EventOf<'deployment'>;
export type VerdictEvent = EventOf<'verdict'>;
export type IncidentEvent = EventOf<'incident'>;
export type ServiceEvent = EventOf<'service'>;
export type ActivityEvent = EventOf<'activity'>;
export type FeedbackEvent = EventOf<'feedback'>;

/** What is said of one thing: a fact, or that there is none. */
export type DeliveryEvent = { [Type in EventType]: EventOf<Type> | WithdrawalOf<Type> }[EventType];

export function isEventType(type: unknown): type is EventType {
  return typeof type === 'string' && Object.hasOwn(KINDS, type);
}

/** The rules of an event's type, as one shape for all types. */
export function kindOf(type: EventType): EventKind {
  return KINDS[type];
}

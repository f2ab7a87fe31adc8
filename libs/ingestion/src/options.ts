import type { EventLog } from '@throughline/event-log';
import type { EventType, Instant } from '@throughline/events';
import type {
  DeploymentRule,
  GenericSignature,
  IncidentRule,
  Mapping,
  NamedService,
} from '@throughline/sources';

/** What an ingestor works with. */
export interface IngestionOptions {
  readonly log: EventLog;
  /** The types of event this ingestor takes. */
  readonly accepts: ReadonlySet<EventType>;
  /** By the name of the source; one that is not here takes no webhooks. */
  readonly sources: Readonly<Record<string, ConfiguredSource>>;
  /** The catalogue, by the names that other tools have for its services. */
  readonly services: readonly NamedService[];
  /** The key of the hashes that stand for authors, reviewers and actors. */
  readonly identityKey: string;
  /** Epoch milliseconds. */
  readonly clock: () => Instant;
}

export interface ConfiguredSource {
  /** Up to two, while one replaces the other. */
  readonly secrets: readonly string[];
  /** Whether webhooks are taken without any proof of who sent them. */
  readonly unsigned: boolean;
  /** Which of its runs are deployments, and of what to where; beside those that it calls so itself. */
  readonly deployments?: readonly DeploymentRule[];
  readonly incidents?: readonly IncidentRule[];
  /** JSONata: the source is one of the configuration's own. */
  readonly events?: string | undefined;
  readonly signature?: GenericSignature | undefined;
}

/** What the configuration says of the names that a source uses. */
export function mappingOf(
  { sources, services }: Pick<IngestionOptions, 'sources' | 'services'>,
  source: string,
): Mapping {
  const { deployments = [], incidents = [] } = sources[source] ?? {};
  return { deployments, incidents, services };
}

/** Nest injection token of the {@link IngestionOptions}. */
export const INGESTION_OPTIONS = Symbol('IngestionOptions');

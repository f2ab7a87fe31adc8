import type { Definition } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { PublicBadges } from '@throughline/service-kit';

/** A service as throughline.yaml describes it. */
export interface ConfiguredService {
  readonly team?: string | undefined;
  /** Whose it was before, each until it gave the service away; earliest first. */
  readonly formerly?: readonly { readonly team: string; readonly until: Instant }[] | undefined;
  readonly owner?: string | undefined;
  readonly repository?: string | undefined;
  readonly paths: readonly string[];
  readonly tier?: number | undefined;
  readonly runbookUrl?: string | undefined;
  readonly sloUrl?: string | undefined;
  readonly dashboardUrl?: string | undefined;
}

/** What the reports need to be told beside the facts. */
export interface ReportingOptions {
  /** The environments that metrics are about when nobody asks for others. */
  readonly production: readonly string[];
  /** Names that stand for several environments where environments are asked for. */
  readonly environmentClasses: Readonly<Record<string, readonly string[]>>;
  /** Services by name; what is said here outranks events. */
  readonly services: Readonly<Record<string, ConfiguredService>>;
  /** The definitions of the metrics that can be asked for; the first is the default. */
  readonly definitions: readonly Definition[];
  /** The badges that are shown to anyone. */
  readonly publicBadges: PublicBadges;
  readonly now: () => Instant;
}

/** Nest injection token of the {@link ReportingOptions}. */
export const REPORTING_OPTIONS = Symbol('ReportingOptions');

/** Nest injection token of the store's client. */
export const STORE_CLIENT = Symbol('StoreClient');

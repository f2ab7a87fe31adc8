import type { Definition, Period } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { ClickHouseClient, readPlaces } from '@throughline/store';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { JudgedWindow } from '../judgements.js';
import type { Groups } from '../metrics/groups.js';
import type { ReportScope } from '../scope/report-scope.js';

/** What every search among the facts needs to be told. */
export interface QualityContext {
  readonly client: ClickHouseClient;
  readonly window: Period;
  readonly timezone: string;
  readonly now: Instant;
  readonly definition: Definition;
  readonly catalogue: Catalogue;
  readonly scope: ReportScope;
  /** Every environment that a class of the configuration names. */
  readonly classedEnvironments: ReadonlySet<string>;
  /** Tells what the question asks for. */
  readonly groups: Groups;
  readonly places: Awaited<ReturnType<typeof readPlaces>>;
  /** The judgement of the window; worked out once, when first asked for. */
  judged(): Promise<JudgedWindow>;
}

/** The window and what is asked for in it, as the store's queries take them. */
export function storeScope({ scope, window }: QualityContext) {
  return { ...scope, from: window.start, to: window.end };
}

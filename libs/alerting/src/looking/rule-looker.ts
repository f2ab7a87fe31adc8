import type { Alert } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { Catalogue, MetricsReport } from '@throughline/reporting';
import type { AlertRule } from '@throughline/service-kit';
import type { ClickHouseClient } from '@throughline/store';
import type { AlertingOptions } from '../alerting-options.js';
import type { Looked } from './looked.js';

/** What rules say that are about everything they are for at once. */
export class RuleLooker {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly metrics: MetricsReport,
    private readonly options: AlertingOptions,
  ) {}

  look(
    rule: AlertRule,
    firing: readonly Alert[],
    catalogue: Catalogue,
    now: Instant,
  ): Promise<readonly Looked[]> {
    return Promise.resolve([]);
  }

  replay(
    rule: AlertRule,
    catalogue: Catalogue,
    from: Instant,
    now: Instant,
  ): Promise<readonly Looked[]> {
    return Promise.resolve([]);
  }
}

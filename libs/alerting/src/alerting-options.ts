import type { Instant } from '@throughline/events';
import type { ReportingOptions } from '@throughline/reporting';
import type { Configuration } from '@throughline/service-kit';

/** What of the configuration alerting goes by. */
export interface AlertingOptions extends Pick<
  Configuration,
  'alerts' | 'receivers' | 'routes' | 'quietHours' | 'silences' | 'publicUrl' | 'environments'
> {
  readonly reporting: ReportingOptions;
  readonly now: () => Instant;
}

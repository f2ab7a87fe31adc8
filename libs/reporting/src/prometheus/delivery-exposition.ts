import { Inject, Injectable } from '@nestjs/common';
import { type Logger, LOGGER } from '@throughline/service-kit';
import {
  type ClickHouseClient,
  readArrivals,
  readDeploymentCounts,
  readFiring,
  readIncidentCounts,
  readLeadTimeCounts,
} from '@throughline/store';
import { RecentAnswers } from '../recent-answers.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { tooManyPlaces } from '../telemetry.js';
import { deliveryFamilies } from './delivery-families.js';
import { expositionText } from './exposition.js';
import { firingAlert, firingAlertsFamily } from './firing-alerts.js';
import { LEAD_TIME_BOUNDS, RECOVERY_BOUNDS } from './histogram.js';
import { Places } from './places.js';

/** Each has some forty series. */
const MOST_PLACES = 2000;

/** Prometheus servers come in pairs, and each asks for itself. */
const GOOD_FOR_SECONDS = 15;

/** Answers `GET /v1/prometheus`. */
@Injectable()
export class DeliveryExposition {
  private readonly recent: RecentAnswers<string>;
  private hasWarned = false;

  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(REPORTING_OPTIONS) options: ReportingOptions,
  ) {
    this.recent = new RecentAnswers(GOOD_FOR_SECONDS, 1, options.now);
  }

  text(): Promise<string> {
    return this.recent.get('', () => this.compute());
  }

  private async compute(): Promise<string> {
    const [deployments, leadTimes, incidents, arrivals, known] = await Promise.all([
      readDeploymentCounts(this.client, { bounds: RECOVERY_BOUNDS }),
      readLeadTimeCounts(this.client, { bounds: LEAD_TIME_BOUNDS }),
      readIncidentCounts(this.client, {}),
      readArrivals(this.client, {}),
      readFiring(this.client, {}),
    ]);
    const firing = known.map(({ alert }) => firingAlert(alert));
    const places = new Places([...deployments, ...leadTimes, ...incidents, ...firing], MOST_PLACES);
    if (places.size > MOST_PLACES && !this.hasWarned) {
      this.hasWarned = true;
      tooManyPlaces(this.logger, { places: places.size, most: MOST_PLACES });
    }
    return expositionText([
      ...deliveryFamilies({ deployments, leadTimes, incidents, arrivals }, places),
      firingAlertsFamily(firing, places),
    ]);
  }
}

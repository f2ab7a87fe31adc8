import { Inject, Injectable } from '@nestjs/common';
import { formatInstant } from '@throughline/events';
import { metricsParameters } from '../metrics/metrics-parameters.js';
import { MetricsReport } from '../metrics/metrics-report.js';
import { RecentAnswers } from '../recent-answers.js';
import { REPORTING_OPTIONS, type ReportingOptions } from '../reporting-options.js';
import type { BadgeMetric } from './badge-metrics.js';
import type { BadgeQuestion } from './badge-parameters.js';

const DAY = 24 * 60 * 60 * 1000;

/** A README that many people look at must not cost a question to the store for each of them. */
const GOOD_FOR_SECONDS = 60;
const MOST_KEPT = 1000;

/** Works out what badges say, as `GET /v1/metrics` does. */
@Injectable()
export class BadgeValues {
  private readonly recent: RecentAnswers<string | undefined>;

  constructor(
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly report: MetricsReport,
  ) {
    this.recent = new RecentAnswers(GOOD_FOR_SECONDS, MOST_KEPT, options.now);
  }

  /** @returns undefined where it cannot be known */
  of(
    { metric, value }: BadgeMetric,
    { days, service, team, repository, environment, definition }: BadgeQuestion,
  ): Promise<string | undefined> {
    const scope = { service, team, repository, environment, definition };
    return this.recent.get(JSON.stringify([metric, days, scope]), async () => {
      const to = this.options.now();
      const window = { from: formatInstant(to - days * DAY), to: formatInstant(to) };
      const plain = metricsParameters.parse({ ...window, metrics: metric });
      const { rows } = await this.report.answer({ ...plain, ...scope });
      return rows[0] === undefined ? undefined : value(rows[0]);
    });
  }
}

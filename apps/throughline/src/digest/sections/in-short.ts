import { numberInWords } from '@throughline/dora';
import { changeInWords } from '../../metrics/change-words.js';
import { METRIC_TITLES, type MetricName, metricsInWords } from '../../metrics/number-words.js';
import type { DeliveryRow } from '../../answers/delivery-answer.js';
import { counted } from '../../terminal/counted.js';
import type { DigestView } from '../digest-view.js';
import type { Section } from '../document.js';

/** What somebody reads who reads nothing else. */
export function inShort({ data, week, fourWeeks }: DigestView): Section {
  const changes = [
    ...clearChanges(week, 'than in the week before'),
    ...clearChanges(fourWeeks, 'in the last 4 weeks than in the 4 before'),
  ];
  const { failures, unfinished, quality } = data;
  const warnings = quality.checks.filter(({ severity }) => severity === 'warning').length;
  const { failed, deployments } = week.changeFailRate;
  return {
    heading: 'In short',
    blocks: [
      {
        kind: 'list',
        items: [
          ...(changes.length === 0 ? [[NOTHING_CLEAR]] : changes.map((change) => [change])),
          [
            `${numberInWords(failed)} of ${counted(deployments, 'finished deployment')} failed this week.`,
          ],
          [
            ...(failures.value === null || unfinished.failures.value === null
              ? []
              : [`${counted(unfinished.failures.numerator, 'failed deployment')} and `]),
            `${counted(unfinished.incidents.total, 'incident')} open now.`,
          ],
          [
            warnings === 0
              ? 'Nothing in the data bends a number.'
              : `${counted(warnings, 'warning')} on the data: some numbers are bent, see the last section.`,
          ],
        ],
      },
    ],
  };
}

const NOTHING_CLEAR =
  'No number changed clearly, this week or in the last 4: chance alone, or too little data, explains the differences.';

function clearChanges(row: DeliveryRow, than: string): string[] {
  return metricsInWords(row).flatMap(({ metric }) => {
    const verdict = row.comparison?.[metric]?.verdict;
    return verdict === 'higher' || verdict === 'lower' ? [clearChange(row, metric, than)] : [];
  });
}

function clearChange({ comparison }: DeliveryRow, metric: MetricName, than: string): string {
  return `${METRIC_TITLES[metric]}: ${changeInWords(metric, comparison?.[metric])} ${than}.`;
}

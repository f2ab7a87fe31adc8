import type { DeliveryRow } from '../../answers/delivery-answer.js';
import { changeInWords } from '../../metrics/change-words.js';
import { type MetricInWords, metricsInWords } from '../../metrics/number-words.js';
import type { DigestView } from '../digest-view.js';
import { type Cell, cell, type Section } from '../document.js';

/** The metrics of the week, and of four weeks beside it: a week is short. */
export function numbers({ week, fourWeeks }: DigestView): Section {
  const ofFour = new Map(metricsInWords(fourWeeks).map((said) => [said.metric, said]));
  return {
    heading: 'The numbers',
    blocks: [
      {
        kind: 'table',
        columns: ['', 'This week', 'Last 4 weeks'],
        rows: metricsInWords(week).map((said) => {
          const longer = ofFour.get(said.metric);
          return [
            cell(said.title),
            numberCell(said, week, 'the week before'),
            longer === undefined ? cell() : numberCell(longer, fourWeeks, 'the 4 weeks before'),
          ];
        }),
      },
    ],
  };
}

function numberCell(
  { metric, value, interval, intervalOf, cases }: MetricInWords,
  { comparison }: DeliveryRow,
  before: string,
): Cell {
  return [
    [value],
    [`95 % interval ${interval}${intervalOf === undefined ? '' : `, ${intervalOf}`}`],
    [cases],
    [`Against ${before}: ${changeInWords(metric, comparison?.[metric])}`],
  ];
}

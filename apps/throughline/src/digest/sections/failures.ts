import { durationInWords } from '@throughline/dora';
import type { ExplainItem } from '../../answers/explain-answer.js';
import { named } from '../dashboard-links.js';
import type { DigestView } from '../digest-view.js';
import { cell, type Row, type Section } from '../document.js';
import { moreOf } from './more-of.js';

/** What failed in the week, why it counts as failed, and how long it lasted. */
export function failures(view: DigestView): Section {
  const { items, numerator } = view.data.failures;
  return {
    heading: 'Failures of the week',
    blocks: [
      items.length === 0
        ? { kind: 'paragraph', content: ['None.'] }
        : {
            kind: 'table',
            columns: ['What', 'When', 'Shown by', 'Recovered'],
            rows: items.map((item) => rowOf(item, view)),
          },
      ...moreOf(numerator - items.length, '/deployments', view),
    ],
  };
}

function rowOf(item: ExplainItem, { links, times }: DigestView): Row {
  const { service, environment, reasons, because, at } = item;
  const place = [service, environment].filter((part) => part !== null).map(named);
  const rules = reasons.filter(({ believed }) => believed).map(({ says }) => says);
  return [
    [[links.item(item)], [place.join(' in ')]],
    cell(times.moment(at)),
    cell(rules.length === 0 ? because : rules.join('; ')),
    cell(recovery(item)),
  ];
}

function recovery({ seconds, ended }: ExplainItem): string {
  if (seconds === null) return 'not timed by this definition';
  return ended === false
    ? `open for ${durationInWords(seconds)}`
    : `after ${durationInWords(seconds)}`;
}

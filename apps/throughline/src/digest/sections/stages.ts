import { durationInWords, numberInWords } from '@throughline/dora';
import type { LeadTimeStages } from '../../answers/delivery-answer.js';
import { STAGES } from '../../metrics/stages.js';
import { counted } from '../../terminal/counted.js';
import type { DigestView } from '../digest-view.js';
import { type Cell, cell, type Section } from '../document.js';

/** Where the lead time of changes went. */
export function stages({ week, fourWeeks }: DigestView): Section {
  const [now, longer] = [week.leadTimeStages, fourWeeks.leadTimeStages];
  return {
    heading: 'Where the lead time went',
    blocks: [
      {
        kind: 'paragraph',
        content: [
          `Medians over ${counted(now.changes, 'change')} first deployed this week, and ${numberInWords(longer.changes)} in the last 4. They do not add up: each stage has its own middle.`,
        ],
      },
      {
        kind: 'table',
        columns: ['Stage', 'This week', 'Last 4 weeks'],
        rows: STAGES.map(({ name, title }) => [
          cell(title),
          stageCell(now[name]),
          stageCell(longer[name]),
        ]),
      },
    ],
  };
}

function stageCell({ n, p50, p90 }: LeadTimeStages['total']): Cell {
  if (p50 === null) return cell('unknown');
  return [[durationInWords(p50)], [`p90 ${durationInWords(p90)}, n ${numberInWords(n)}`]];
}

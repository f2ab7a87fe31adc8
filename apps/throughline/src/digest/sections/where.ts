import type { MixMember } from '../../answers/comparison.js';
import type { DeliveryRow } from '../../answers/delivery-answer.js';
import { changeInWords, pointsInWords } from '../../metrics/change-words.js';
import { largestParts } from '../../metrics/largest-parts.js';
import { METRIC_TITLES, type MetricName, metricsInWords } from '../../metrics/number-words.js';
import type { DigestView } from '../digest-view.js';
import { type Block, cell, type Inline, type Section } from '../document.js';

const MOST_PARTS = 5;
const MOST_SERVICES = 10;

/** Where a change of the last four weeks came from. */
export function where(view: DigestView): Section {
  return {
    heading: 'What changed, and where',
    blocks: [
      ...clearServices(view),
      ...partsOfChange(view, 'changeFailRate'),
      ...partsOfChange(view, 'reworkRate'),
    ],
  };
}

interface ServiceChange {
  readonly service: string | null;
  readonly metric: MetricName;
  readonly words: string;
}

function clearServices({ data, links }: DigestView): Block[] {
  const { rows } = data.services;
  const clear = rows.flatMap(clearChangesOf);
  const compared = rows.flatMap(comparedIn).length;
  const items = clear
    .slice(0, MOST_SERVICES)
    .map(({ service, metric, words }): readonly Inline[] => [
      service === null ? 'no service' : links.service(service),
      `: ${METRIC_TITLES[metric].toLowerCase()} ${words}.`,
    ]);
  const more = clear.length - items.length;
  return [
    {
      kind: 'paragraph',
      content: [
        clear.length === 0
          ? 'No single service changed clearly in the last 4 weeks.'
          : `Services that changed clearly in the last 4 weeks against the 4 before${more > 0 ? `, and ${more} more` : ''}. ${byChance(compared)}`,
      ],
    },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ];
}

/** One comparison in twenty looks clear although nothing happened: of many, some do. */
function byChance(compared: number): string {
  return `Of ${compared} comparisons about ${Math.max(1, Math.round(compared / 20))} would look so by chance.`;
}

function comparedIn(row: DeliveryRow): MetricName[] {
  return metricsInWords(row)
    .map(({ metric }) => metric)
    .filter((metric) => (row.comparison?.[metric]?.verdict ?? TOO_LITTLE) !== TOO_LITTLE);
}

const TOO_LITTLE = 'too_little_data';

function clearChangesOf(row: DeliveryRow): ServiceChange[] {
  return comparedIn(row)
    .filter((metric) => row.comparison?.[metric]?.verdict !== 'no_clear_change')
    .map((metric) => ({
      service: row.group['service'] ?? null,
      metric,
      words: changeInWords(metric, row.comparison?.[metric]),
    }));
}

function partsOfChange(
  { fourWeeks, links }: DigestView,
  metric: 'changeFailRate' | 'reworkRate',
): Block[] {
  const change = fourWeeks.comparison?.[metric];
  const parts = largestParts(change?.members ?? [], MOST_PARTS);
  if (!change || change.change === null || parts.length === 0) return [];
  if (change.verdict === TOO_LITTLE) return [];
  const size = change.verdict === 'no_clear_change' ? `${pointsInWords(change.change)}, ` : '';
  return [
    {
      kind: 'paragraph',
      content: [
        `${METRIC_TITLES[metric]}, last 4 weeks: ${size}${changeInWords(metric, change)}. What the services with the largest parts did to that:`,
      ],
    },
    {
      kind: 'table',
      columns: ['Service', 'Its own rate', 'Its part in the mix'],
      rows: parts.map(({ name, rate, mix }: MixMember) => [
        cell(name === null ? 'no service' : links.service(name)),
        cell(pointsInWords(rate)),
        cell(pointsInWords(mix)),
      ]),
    },
  ];
}

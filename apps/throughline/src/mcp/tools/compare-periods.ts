import { z } from 'zod';
import { type Comparison, comparisonSchema, type MixMember } from '../../answers/comparison.js';
import {
  deliveryAnswerSchema,
  type DeliveryRow,
  numbersSchema,
  periodSchema,
} from '../../answers/delivery-answer.js';
import { frame } from '../../answers/frame.js';
import { changeInWords, pointsInWords } from '../../metrics/change-words.js';
import { largestParts } from '../../metrics/largest-parts.js';
import { metricsInWords } from '../../metrics/number-words.js';
import { checkNames } from '../check-names.js';
import { groupInWords, nameInWords } from '../names.js';
import { partOf, restInWords } from '../rest-of-list.js';
import { defineTool } from '../tool.js';
import { filterInput, dayOf, groupByInput, heading, rowsInput } from '../tool-input.js';

/** The parts of a change that are worth a model's context. */
const MOST_PARTS = 5;

export const comparePeriods = defineTool({
  name: 'compare_periods',
  title: 'Compare with the period before',
  description:
    'How each metric changed against the period of equal length just before the window, as far as chance allows to say. Report a change only where the verdict is higher or lower; `no_clear_change` means that chance alone explains it, `too_little_data` that nothing can be said.',
  input: z.strictObject({
    ...filterInput,
    groupBy: groupByInput,
    members: groupByInput.describe(
      'Without groupBy: take the change of a rate apart into what each of these did. Default: none.',
    ),
    ...rowsInput(60, 12),
  }),
  output: z.object({
    ...frame,
    total: z.number().describe('How many rows there are, shown or not.'),
    more: z.number().describe('How many of them come after those shown.'),
    rows: z.array(
      periodSchema.extend({
        ...numbersSchema.shape,
        comparison: comparisonSchema
          .nullable()
          .describe('null where the period is not over. Of members only the largest are shown.'),
      }),
    ),
  }),
  async answer(api, { limit, offset, ...query }) {
    const remarks = await checkNames(api, query);
    const text = await api.get('/v1/metrics', { ...query, compare: 'previous' });
    const answer = api.read(deliveryAnswerSchema, text);
    const { items, more } = partOf(answer.rows, { limit, offset });
    return {
      says: [
        heading(answer),
        ...remarks,
        ...(answer.rows.length === 0 ? ['Nothing happened in this window.'] : []),
        ...items.flatMap(rowInWords),
        ...restInWords(more, offset + items.length),
      ],
      data: {
        definition: answer.definition,
        from: answer.from,
        to: answer.to,
        timezone: answer.timezone,
        total: answer.rows.length,
        more,
        rows: items.map(({ leadTimeStages: _, comparison, ...row }) => ({
          ...row,
          comparison: comparison ? withLargestParts(comparison) : null,
        })),
      },
    };
  },
});

function rowInWords(row: DeliveryRow): readonly string[] {
  const { group, comparison } = row;
  if (!comparison) return [`${groupInWords(group)}: not compared, the period is not over.`];
  return [
    `${groupInWords(group)}, against ${dayOf(comparison.start)} up to ${dayOf(comparison.end)}:`,
    ...metricsInWords(row).flatMap(({ metric, title, value, cases }) => {
      const change = comparison[metric];
      const parts = change !== null && 'members' in change ? (change.members ?? []) : [];
      return [
        `- ${title}: ${changeInWords(metric, change)}; now ${value}, ${cases}`,
        ...largestParts(parts, MOST_PARTS).map(partInWords),
      ];
    }),
  ];
}

function partInWords({ name, rate, mix }: MixMember): string {
  const who = name === null ? 'unknown' : nameInWords(name);
  return `  - ${who}: its own rate ${pointsInWords(rate)}, its part in the mix ${pointsInWords(mix)}`;
}

function withLargestParts(comparison: Comparison): Comparison {
  const { changeFailRate, reworkRate } = comparison;
  const shortened = <Change extends { members?: MixMember[] | undefined }>(change: Change) =>
    change.members === undefined
      ? change
      : { ...change, members: [...largestParts(change.members, MOST_PARTS)] };
  return {
    ...comparison,
    changeFailRate: shortened(changeFailRate),
    reworkRate: reworkRate && shortened(reworkRate),
  };
}

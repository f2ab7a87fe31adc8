import { durationInWords } from '@throughline/dora';
import { z } from 'zod';
import {
  deliveryAnswerSchema,
  type DeliveryRow,
  type LeadTimeStages,
  numbersSchema,
  periodSchema,
  stagesSchema,
} from '../../answers/delivery-answer.js';
import { frame, freshnessSchema } from '../../answers/frame.js';
import { metricsInWords } from '../../metrics/number-words.js';
import { STAGES } from '../../metrics/stages.js';
import { checkNames } from '../check-names.js';
import { groupInWords } from '../names.js';
import { partOf, restInWords } from '../rest-of-list.js';
import { defineTool } from '../tool.js';
import { filterInput, groupByInput, heading, rowsInput } from '../tool-input.js';

export const getMetrics = defineTool({
  name: 'get_metrics',
  title: 'Get the delivery metrics',
  description:
    'Deployment frequency, change lead time, change fail rate, recovery time, rework rate and time to restore (DORA), each with how many cases it rests on and its 95 % interval. A row for each group and period. Durations are in seconds; null is unknown, never zero. Say n and interval with every number that you quote.',
  input: z.strictObject({
    ...filterInput,
    groupBy: groupByInput,
    interval: z
      .enum(['none', 'day', 'week', 'month', 'quarter'])
      .default('none')
      .describe('One row a period of this length.'),
    stages: z.boolean().default(false).describe('Also where the lead time of changes went.'),
    ...rowsInput(60, 12),
  }),
  output: z.object({
    ...frame,
    freshness: freshnessSchema,
    total: z.number().describe('How many rows there are, shown or not.'),
    more: z.number().describe('How many of them come after those shown.'),
    rows: z.array(
      periodSchema.extend({
        ...numbersSchema.shape,
        leadTimeStages: stagesSchema.optional(),
      }),
    ),
  }),
  async answer(api, { stages, limit, offset, ...query }) {
    const remarks = await checkNames(api, query);
    const answer = api.read(deliveryAnswerSchema, await api.get('/v1/metrics', query));
    const { items, more } = partOf(answer.rows, { limit, offset });
    return {
      says: [
        heading(answer),
        ...remarks,
        ...(answer.rows.length === 0 ? ['Nothing happened in this window.'] : []),
        ...items.flatMap((row) => rowInWords(row, query.interval, stages)),
        ...restInWords(more, offset + items.length),
      ],
      data: {
        definition: answer.definition,
        from: answer.from,
        to: answer.to,
        timezone: answer.timezone,
        freshness: answer.freshness,
        total: answer.rows.length,
        more,
        rows: items.map(({ comparison: _, leadTimeStages, ...row }) =>
          stages ? { ...row, leadTimeStages } : row,
        ),
      },
    };
  },
});

function rowInWords(row: DeliveryRow, interval: string, stages: boolean): readonly string[] {
  const period = interval === 'none' ? '' : `, ${interval} from ${row.start.slice(0, 10)}`;
  const running = row.incomplete ? ' (not over yet)' : '';
  return [
    `${groupInWords(row.group)}${period}${running}:`,
    ...metricsInWords(row).map(
      ({ title, value, interval: within, intervalOf, cases }) =>
        `- ${title}: ${value}; 95 % interval ${[within, intervalOf].join(' ').trim()}; ${cases}`,
    ),
    ...(stages ? [stagesInWords(row.leadTimeStages)] : []),
  ];
}

function stagesInWords(stages: LeadTimeStages): string {
  const medians = STAGES.map(({ name, title }) => {
    const { n, p50 } = stages[name];
    return `${title} ${p50 === null ? 'unknown' : durationInWords(p50)} (n ${n})`;
  });
  return `- Stages of ${stages.changes} changes, medians: ${medians.join(', ')}`;
}

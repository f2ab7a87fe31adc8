import { durationInWords } from '@throughline/dora';
import { z } from 'zod';
import {
  explainAnswerSchema,
  type ExplainAnswer,
  type ExplainItem,
} from '../../answers/explain-answer.js';
import { checkNames } from '../check-names.js';
import { groupInWords, nameInWords } from '../names.js';
import { pageInput, pageInWords } from '../page.js';
import { defineTool } from '../tool.js';
import { filterInput, groupByInput, heading } from '../tool-input.js';

export const explainNumber = defineTool({
  name: 'explain_number',
  title: 'Explain a number',
  description:
    'What a number was made of: every deployment, incident, commit or change that was counted, and the rule that counted it or left it out. Also the way to list the failed deployments (changeFailRate.failed), those that nothing recovered (recoveryTime.open), open incidents (timeToRestore.open) and commits that wait (changeLeadTime.waiting).',
  input: z.strictObject({
    metric: z
      .string()
      .min(1)
      .describe(
        'The number, such as changeFailRate.rate, changeLeadTime.p50, deploymentFrequency.deployments, recoveryTime.kaplanMeier.p50 or reworkRate.rate.',
      ),
    ...filterInput,
    groupBy: groupByInput,
    group: z
      .string()
      .optional()
      .describe('With groupBy: the row’s group; empty for what belongs to none.'),
    show: z
      .enum(['counted', 'all'])
      .default('counted')
      .describe('all: also what was looked at and left out.'),
    ...pageInput(50, 10),
  }),
  output: explainAnswerSchema,
  async answer(api, { limit, ...query }) {
    const remarks = await checkNames(api, query);
    const text = await api.get('/v1/explain', { ...query, limit: String(limit) });
    const data = api.read(explainAnswerSchema, text);
    return {
      says: [
        heading(data),
        ...remarks,
        `${nameInWords(data.metric)} of ${groupInWords(data.group)} is ${valueInWords(data)}: ${data.formula}.`,
        `${data.numerator} above the line, ${data.denominator} below it. ${data.says}`,
        ...data.items.map(itemInWords),
        ...pageInWords(data.nextCursor),
      ],
      data,
    };
  },
});

function valueInWords({ value }: ExplainAnswer): string {
  return value === null ? 'unknown' : String(value);
}

function itemInWords(item: ExplainItem): string {
  const { type, id, service, repository, at, because, seconds, numerator, denominator } = item;
  const line = numerator ? 'above' : denominator ? 'below' : 'left out';
  const whose = service ?? repository;
  const lasting = seconds === null ? '' : `, ${durationInWords(seconds)}`;
  return `- ${line}: ${type} ${nameInWords(id)}${whose === null ? '' : ` of ${nameInWords(whose)}`}, ${at}${lasting}: ${because}`;
}

import { z } from 'zod';
import {
  checkSchema,
  foundItemSchema,
  type FoundItem,
  qualityAnswerSchema,
} from '../../answers/quality-answer.js';
import { foreignText } from '../../text/foreign-text.js';
import { checkNames } from '../check-names.js';
import { defineTool } from '../tool.js';
import { filterInput, heading } from '../tool-input.js';

/** Of what a check found; the platform lists all of it. */
const EXAMPLES = 3;
const LONGEST_REMARK = 200;

export const checkQuality = defineTool({
  name: 'check_quality',
  title: 'Check how far the numbers can be trusted',
  description:
    'What is missing, contradictory or silent in the data, which numbers that bends, and what to do about it; and how much is known of what each metric needs. Ask it before you rely on a number.',
  input: z.strictObject(filterInput),
  output: qualityAnswerSchema.extend({
    checks: z
      .array(checkSchema.extend({ items: z.array(foundItemSchema).describe('Examples.') }))
      .describe('Those that found something; a warning bends a number, a notice explains one.'),
    fine: z.array(z.string()).describe('The titles of those that found nothing.'),
  }),
  async answer(api, query) {
    const remarks = await checkNames(api, query);
    const answer = api.read(qualityAnswerSchema, await api.get('/v1/quality', query));
    const found = answer.checks.filter(({ severity }) => severity !== 'ok');
    const fine = answer.checks.filter(({ severity }) => severity === 'ok');
    const { lastEventAt } = answer.freshness;
    return {
      says: [
        heading(answer),
        ...remarks,
        lastEventAt === null
          ? 'Nothing was received yet.'
          : `The newest event was received ${lastEventAt}.`,
        ...found.map(
          ({ severity, title, says, remedy }) => `- ${severity}: ${title}. ${says} ${remedy}`,
        ),
        `${fine.length} checks found nothing.`,
        ...answer.coverage.map(({ metric, says }) => `- ${metric}: ${says}`),
      ],
      data: {
        ...answer,
        checks: found.map((check) => ({
          ...check,
          items: check.items.slice(0, EXAMPLES).map(bounded),
        })),
        fine: fine.map(({ title }) => title),
      },
    };
  },
});

function bounded(item: FoundItem): FoundItem {
  return { ...item, says: foreignText(item.says, LONGEST_REMARK) };
}

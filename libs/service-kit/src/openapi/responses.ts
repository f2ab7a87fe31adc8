import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { PROBLEMS } from '../errors/catalogue.js';
import type { ProblemCode } from '../errors/catalogue.js';
import { PROBLEM_MEDIA_TYPE } from '../errors/problem-document.js';

type Status = `${2 | 4 | 5}${string}`;

/** An answer as JSON, for the responses of an operation. */
export function jsonAnswer(
  status: Status,
  description: string,
  schema: z.ZodType,
): ZodOpenApiResponsesObject {
  return { [status]: { description, content: { 'application/json': { schema } } } };
}

/** The failures of an operation, for its responses: each is answered as a problem. */
export function problemAnswers(...statuses: Status[]): ZodOpenApiResponsesObject {
  const problem = { $ref: '#/components/responses/Problem' };
  return Object.fromEntries(statuses.map((status) => [status, problem]));
}

const problem = z
  .looseObject({
    type: z.string().describe('Where this server explains the code.'),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as ProblemCode[]).describe('Stable: branch on it.'),
    detail: z.string(),
    instance: z.string().describe('Ends in the id of the request, which the log has too.'),
  })
  .meta({ id: 'Problem' });

/** What {@link problemAnswers} refer to. */
export const PROBLEM_RESPONSE: ZodOpenApiResponseObject = {
  description: 'What went wrong, after RFC 9457; some codes add members, such as `faults`.',
  content: { [PROBLEM_MEDIA_TYPE]: { schema: problem } },
};

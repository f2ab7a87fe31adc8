import { PROBLEMS } from './catalogue.js';
import type { ProblemError } from './problem-error.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Where a running service explains a code; an absolute path, as RFC 9457 section 3.1.1 advises. */
export const PROBLEMS_PATH = '/problems';

/** The answer to a failed request, after RFC 9457; `instance` is the id of the request in the log. */
export function problemDocument(problem: ProblemError, requestId: string) {
  return {
    ...problem.extras,
    type: `${PROBLEMS_PATH}/${problem.code}`,
    title: PROBLEMS[problem.code].title,
    status: problem.status,
    code: problem.code,
    detail: problem.detail ?? PROBLEMS[problem.code].remedy,
    instance: `urn:throughline:request:${requestId}`,
  };
}

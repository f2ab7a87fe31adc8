import { CommandFailure } from '../command-failure.js';
import { type Problem, readProblem } from './problem.js';

/** The platform answered and refused. */
export class ApiFailure extends CommandFailure {
  override readonly name = 'ApiFailure';

  constructor(
    readonly status: number,
    readonly problem: Problem,
    /** What the answer asks us to wait before the next try. */
    readonly retryAfterMs: number | undefined,
  ) {
    super(inWords(status, problem));
  }
}

export async function apiFailureOf(response: Response): Promise<ApiFailure> {
  return new ApiFailure(
    response.status,
    readProblem(await response.text()),
    readRetryAfter(response.headers.get('retry-after'), Date.now()),
  );
}

/**
 * Reads `Retry-After`: whole seconds or an HTTP date (RFC 9110, section 10.2.3).
 * @returns milliseconds from `now`; `undefined` when there is none that can be understood
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function inWords(status: number, { title, detail, code }: Problem): string {
  const told = [title, detail].filter((text) => text !== undefined).join(': ');
  const answer = `the platform answered ${status}${code === undefined ? '' : ` ${code}`}`;
  return [told === '' ? answer : `${answer}: ${told}`, ADVICE[status]]
    .filter((text) => text !== undefined)
    .join('; ');
}

const ADVICE: Readonly<Record<number, string>> = {
  401: 'give a token with --token or THROUGHLINE_TOKEN',
  403: 'use a token that has the scope',
  404: 'check --url: is this the address of a Throughline platform?',
};

import { readRetryAfter } from '../api/api-failure.js';

/** What a host answered, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Where nothing says how long: what GitHub asks for at least, and to wait longer each time. */
const UNTOLD_PAUSE_MS = 60_000;
const LONGEST_UNTOLD_PAUSE_MS = 16 * UNTOLD_PAUSE_MS;

/** A limit that was renewed by our clock and not by the host's must not be asked in a circle. */
const SHORTEST_PAUSE_MS = 1000;

/** GitHub's limit on how fast and how much at once, which says in words alone what it is. */
const SECONDARY_LIMIT = /secondary rate limit|abuse detection/i;

/**
 * How long to wait until a host takes requests again; `undefined` where it takes them now.
 *
 * GitHub answers 403 or 429 with `retry-after`, or with `x-ratelimit-remaining: 0` and the second of
 * `x-ratelimit-reset`, or with neither after a secondary limit
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api);
 * GitLab answers 429 with `retry-after` and names the others without the `x-`
 * (https://docs.gitlab.com/security/rate_limits).
 *
 * @param refusals how often the same request was refused so before
 */
export function limitedForMs(
  { status, headers, body }: Answer,
  now: number,
  refusals: number,
): number | undefined {
  const isRefusal = status === 403 || status === 429;
  const asked = isRefusal ? readRetryAfter(headers.get('retry-after'), now) : undefined;
  if (asked !== undefined) return Math.max(SHORTEST_PAUSE_MS, asked);
  const remaining = headers.get('x-ratelimit-remaining') ?? headers.get('ratelimit-remaining');
  const reset = headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset');
  if (remaining === '0' && reset !== null && /^\d+$/.test(reset)) {
    return Math.max(SHORTEST_PAUSE_MS, Number(reset) * 1000 - now);
  }
  if (status !== 429 && !(status === 403 && SECONDARY_LIMIT.test(body))) return undefined;
  return Math.min(LONGEST_UNTOLD_PAUSE_MS, UNTOLD_PAUSE_MS * 2 ** refusals);
}

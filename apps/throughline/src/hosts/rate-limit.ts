import { readRetryAfter } from '../api/api-failure.js';

/** Where nothing says how long: what GitHub asks for after a secondary limit. */
const UNTOLD_PAUSE_MS = 60_000;

/**
 * How long to wait until a host takes requests again; `undefined` where it takes them now.
 *
 * GitHub answers 403 or 429 with `retry-after`, or with `x-ratelimit-remaining: 0` and the second of
 * `x-ratelimit-reset` (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api);
 * GitLab answers 429 with `retry-after` and names the others without the `x-`
 * (https://docs.gitlab.com/security/rate_limits).
 */
export function limitedForMs({ status, headers }: Response, now: number): number | undefined {
  const isRefusal = status === 403 || status === 429;
  const asked = isRefusal ? readRetryAfter(headers.get('retry-after'), now) : undefined;
  if (asked !== undefined) return asked;
  const remaining = headers.get('x-ratelimit-remaining') ?? headers.get('ratelimit-remaining');
  const reset = headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset');
  if (remaining === '0' && reset !== null && /^\d+$/.test(reset)) {
    return Math.max(0, Number(reset) * 1000 - now);
  }
  return status === 429 ? UNTOLD_PAUSE_MS : undefined;
}

import { describe, expect, it } from '@jest/globals';
import { nextPageOf } from './next-page.js';
import { limitedForMs } from './rate-limit.js';

describe('the page after this one', () => {
  it.each([
    [null, undefined],
    ['', undefined],
    ['<https://h/a?page=2>; rel="next", <https://h/a?page=9>; rel="last"', 'https://h/a?page=2'],
    ['<https://h/a?page=1>; rel="prev", <https://h/a?x=1,2>; rel="next"', 'https://h/a?x=1,2'],
    ['<https://h/a?page=1>; rel="first"', undefined],
    ['<https://h/a>; rel=next', 'https://h/a'],
  ])('of %j', (link, expected) => {
    expect(nextPageOf(link)).toBe(expected);
  });
});

describe('how long a host takes no requests', () => {
  const NOW = 1_700_000_000_000;

  it.each([
    ['as long as it says', 403, { 'retry-after': '30' }, 30_000],
    ['until its limit is renewed', 403, limit('0', 1_700_000_060), 60_000],
    ['not at all where something is left', 200, limit('17', 1_700_000_060), undefined],
    ['after the last request that is left', 200, limit('0', 1_700_000_002), 2_000],
    ['a second where the limit was renewed already', 403, limit('0', 1_600_000_000), 1000],
    ['a second where it asks for none', 429, { 'retry-after': '0' }, 1000],
    ['a minute where it does not say', 429, {}, 60_000],
    ['not at all where it merely forbids', 403, limit('4999', 1_700_000_060), undefined],
    [
      'as GitLab says it',
      429,
      { 'ratelimit-remaining': '0', 'ratelimit-reset': '1700000005' },
      5_000,
    ],
    ['not for what is not a limit', 503, { 'retry-after': '9' }, undefined],
  ] as const)('%s', (_how, status, headers, expected) => {
    const answer = { status, headers: new Headers(headers), body: '' };
    expect(limitedForMs(answer, NOW, 0)).toBe(expected);
  });

  it('after a secondary limit, which only its words tell, is longer each time', () => {
    const message = 'You have exceeded a secondary rate limit. Please wait a few minutes.';
    const answer = {
      ...{ status: 403, headers: new Headers(limit('4999', 1_700_000_060)) },
      body: JSON.stringify({ message }),
    };
    const pauses = [0, 1, 2, 9].map((refusals) => limitedForMs(answer, NOW, refusals));
    expect(pauses).toEqual([60_000, 120_000, 240_000, 960_000]);
  });

  function limit(remaining: string, reset: number) {
    return { 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': String(reset) };
  }
});

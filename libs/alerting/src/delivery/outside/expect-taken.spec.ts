import { describe, expect, it } from '@jest/globals';
import { DeliveryError } from '../delivery-error.js';
import { type AnswerReading, expectTaken } from './expect-taken.js';
import type { Answer } from './guarded-post.js';
import { readRetryAfter } from './retry-after.js';

const now = Date.parse('2026-11-20T12:00:00Z');
const nothingSpecial: AnswerReading = { final: [], mend: {} };

function refusal(answer: Partial<Answer>, reading = nothingSpecial): DeliveryError {
  try {
    expectTaken({ place: 'hooks.example', status: 500, body: '', ...answer }, reading, now);
  } catch (error) {
    if (error instanceof DeliveryError) return error;
  }
  throw new Error('it was taken');
}

it.each([200, 202, 204, 299])('takes %i for taken', (status) => {
  expect(() => {
    expectTaken({ place: 'hooks.example', status, body: '' }, nothingSpecial, now);
  }).not.toThrow();
});

it.each([100, 400, 404, 429, 500, 502, 504])('tries again after %i', (status) => {
  expect(refusal({ status }).failure.again).toBe(true);
});

it('sends nothing any more to who is gone', () => {
  const { message, failure } = refusal({ status: 410 });
  expect(failure).toEqual({ again: false, disabled: true });
  expect(message).toContain('it wants nothing any more');
});

it('does not try again what would be refused again', () => {
  expect(refusal({ status: 400 }, { final: [400], mend: {} }).failure.again).toBe(false);
});

it('says where a redirection points and how to mend it, without the path, which may be a secret', () => {
  const { message, failure } = refusal({ status: 301, location: 'https://new.example/T0/SECRET' });
  expect(message).toBe(
    'hooks.example answered 301 and points to https://new.example: redirections are not followed; configure the address that it points to',
  );
  expect(failure.again).toBe(true);
  expect(refusal({ status: 302 }).message).toContain('points elsewhere');
  expect(refusal({ status: 302, location: '/login' }).message).toContain(
    'to http://hooks.example:',
  );
});

it('keeps the answer to itself, unless its kind is known', () => {
  const body = 'the secrets of an inner host';
  expect(refusal({ body }).message).toBe('hooks.example answered 500');
  const known = { ...nothingSpecial, explain: (text: string) => text.slice(0, 11) };
  expect(refusal({ body }, known).message).toBe('hooks.example answered 500 (the secrets)');
});

it('hands on how long to wait', () => {
  expect(refusal({ status: 429, retryAfter: '120' }).failure.retryAfterMs).toBe(120_000);
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Fri, 20 Nov 2026 12:01:30 GMT', 90_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1e9', undefined],
    ['2026', 2_026_000],
    ['99999999999999999999', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %p milliseconds', (header, milliseconds) => {
    expect(readRetryAfter(header, now)).toBe(milliseconds);
  });
});

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ATTEMPTS_AFTER_MS, nextAttemptAt } from './retries.js';

const now = Date.parse('2026-11-20T12:00:00Z');
const refused = { again: true };
const unlucky = () => 0;

it('makes the attempts when the specification says, counted from the first', () => {
  const times: string[] = [];
  let at = 0;
  for (let attempts = 0; ; attempts += 1) {
    const next = nextAttemptAt(attempts, refused, at, unlucky);
    if (next === undefined) break;
    at = next;
    const [hours, minutes] = [Math.floor(at / 3_600_000), Math.floor(at / 60_000) % 60];
    times.push(
      [hours, minutes, (at / 1000) % 60].map((part) => String(part).padStart(2, '0')).join(':'),
    );
  }
  // The table "Example retry schedule" of Standard Webhooks 1.0.0.
  expect(times).toEqual([
    '00:00:00',
    '00:00:05',
    '00:05:05',
    '00:35:05',
    '02:35:05',
    '07:35:05',
    '17:35:05',
    '31:35:05',
    '51:35:05',
    '75:35:05',
  ]);
});

it('gives up at once where there is no use in it', () => {
  expect(nextAttemptAt(1, { again: false }, now, unlucky)).toBeUndefined();
});

it('adds up to a tenth by chance', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempts, chance) => {
        const wait = (nextAttemptAt(attempts, refused, now, () => chance) ?? NaN) - now;
        const scheduled = ATTEMPTS_AFTER_MS[attempts] ?? NaN;
        expect(wait).toBe(Math.round(scheduled * (1 + chance / 10)));
      },
    ),
  );
});

it('leaves a receiver alone for as long as it asks, but for a day at most', () => {
  const after = (retryAfterMs: number) =>
    (nextAttemptAt(1, { again: true, retryAfterMs }, now, unlucky) ?? NaN) - now;
  expect(after(1_000)).toBe(5_000);
  expect(after(90_000)).toBe(90_000);
  expect(after(365 * 86_400_000)).toBe(86_400_000);
});

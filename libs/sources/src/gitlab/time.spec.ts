import { describe, expect, it } from '@jest/globals';
import { latest, time } from './time.js';

describe('a time of GitLab', () => {
  it.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00:00.250Z', '2026-03-01T12:00:00.250Z'],
    ['2026-03-01T13:00:00+01:00', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00:00.000+00:00', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T13:00:00.5+0100', '2026-03-01T12:00:00.500Z'],
    ['2026-03-01 12:00:00 UTC', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01 12:00:00.123 UTC', '2026-03-01T12:00:00.123Z'],
    ['2026-03-01 13:00:00 +0100', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01 06:30:00 -0530', '2026-03-01T12:00:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(time.parse(text)).toBe(Date.parse(iso));
  });

  it.each(['', '2026-03-01', '2026-03-01 12:00:00', '2026-03-01 12:00:00 CET', 'yesterday', 'UTC'])(
    'is not %j',
    (text) => {
      expect(time.safeParse(text).error?.issues[0]?.message).toBe(
        `"${text}" is not a time of GitLab's`,
      );
    },
  );

  it('may be the latest of several, as far as they are there', () => {
    expect(latest(3, undefined, 7, null, 5)).toBe(7);
    expect(latest(null)).toBeUndefined();
  });
});

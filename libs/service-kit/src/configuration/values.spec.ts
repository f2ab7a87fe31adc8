import { describe, expect, it } from '@jest/globals';
import { duration, moment, share } from './values.js';

describe('a length of time', () => {
  it.each([
    ['4h', 14_400],
    ['30m', 1_800],
    ['2d', 172_800],
    ['90s', 90],
    ['0s', 0],
  ])('%s is %d seconds', (text, seconds) => {
    expect(duration.parse(text)).toBe(seconds);
  });

  it.each(['4', 4, '4 h', '4H', '1.5h', '-1h', '1h30m', 'h', '4w', '1000000s', ''])(
    '%p is none',
    (value) => {
      expect(duration.safeParse(value).error?.issues).toEqual([
        expect.objectContaining({ message: expect.stringMatching(/write 4h, 30m, 2d or 90s$/) }),
      ]);
    },
  );
});

describe('a moment', () => {
  it.each([
    // A date is its first moment in UTC.
    ['2026-03-01', Date.UTC(2026, 2, 1)],
    ['2026-03-01T12:00:00Z', Date.UTC(2026, 2, 1, 12)],
    ['2026-03-01T12:00:00+05:30', Date.UTC(2026, 2, 1, 6, 30)],
  ])('%s', (text, instant) => {
    expect(moment.parse(text)).toBe(instant);
  });

  it.each(['2026-02-29', '2026-3-1', '01.03.2026', '2026-03-01T12:00:00', 2026, ''])(
    '%p is none',
    (value) => {
      expect(moment.safeParse(value).error?.issues).toEqual([
        expect.objectContaining({ message: expect.stringMatching(/^is no date or time: write /) }),
      ]);
    },
  );
});

describe('a share', () => {
  it.each([
    [0, 0],
    [1, 1],
    ['0.75', 0.75],
    ['.5', 0.5],
  ])('%p', (value, expected) => {
    expect(share.parse(value)).toBe(expected);
  });

  it.each([-0.1, 1.1, '1.1', '75%', '', 'half', Number.NaN])('%p is none', (value) => {
    expect(share.safeParse(value).success).toBe(false);
  });
});

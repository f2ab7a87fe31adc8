import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { datePlus, lastWholeWeek, readIsoWeek } from './iso-week.js';

describe('a week of ISO 8601', () => {
  it.each([
    ['2026-W46', '2026-11-09'],
    ['2026-W01', '2025-12-29'],
    ['2020-W53', '2020-12-28'],
    ['2021-W01', '2021-01-04'],
    ['2024-W52', '2024-12-23'],
  ])('%s begins on Monday %s', (name, monday) => {
    expect(readIsoWeek(name)).toEqual({ name, monday });
  });

  it.each(['2026-W54', '2021-W53', '2026-W00', '2026-46', '2026-W4', 'W46', ''])(
    '%j is none',
    (text) => {
      expect(readIsoWeek(text)).toBeUndefined();
    },
  );

  it('is followed by the next one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), (weeks) => {
        const monday = datePlus('1990-01-01', 7 * weeks);
        // On that Monday the week before it is the last whole one.
        const week = lastWholeWeek(Date.parse(datePlus(monday, 7)), 'UTC');
        expect(week.monday).toBe(monday);
        expect(readIsoWeek(week.name)).toEqual(week);
      }),
    );
  });
});

describe('the last whole week', () => {
  it.each([
    ['2026-11-15T23:59:59Z', 'UTC', '2026-W45'],
    ['2026-11-16T00:00:00Z', 'UTC', '2026-W46'],
    ['2026-11-16T00:00:00Z', 'America/New_York', '2026-W45'],
    ['2026-11-15T23:00:00Z', 'Europe/Berlin', '2026-W46'],
  ])('at %s in %s is %s', (now, timezone, name) => {
    expect(lastWholeWeek(Date.parse(now), timezone).name).toBe(name);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  daysIn,
  type Interval,
  INTERVALS,
  isIn,
  isOver,
  isTimezone,
  localDate,
  type Period,
  periodBefore,
  periodsOf,
  previousPeriod,
  startOfDate,
  wholeWeeksIn,
} from './periods.js';

const HOUR = 3_600_000;

const cut = (from: string, to: string, interval: Interval, timezone = 'UTC') =>
  periodsOf({ start: Date.parse(from), end: Date.parse(to) }, interval, timezone);

const starts = (...question: Parameters<typeof cut>) =>
  cut(...question).map(({ start }) => new Date(start).toISOString());

const hours = (...question: Parameters<typeof cut>) =>
  cut(...question).map(({ start, end }) => (end - start) / HOUR);

describe('days', () => {
  it('have 23 hours when clocks go forward and 25 when they go back', () => {
    // Berlin is at +01:00 until 29 March 2026, 02:00, and again from 25 October, 03:00.
    expect(hours('2026-03-27T23:00Z', '2026-03-30T22:00Z', 'day', 'Europe/Berlin')).toEqual([
      24, 23, 24,
    ]);
    expect(hours('2026-10-23T22:00Z', '2026-10-26T23:00Z', 'day', 'Europe/Berlin')).toEqual([
      24, 25, 24,
    ]);
    // New York is at -05:00 until 8 March 2026 and again from 1 November.
    expect(hours('2026-03-07T05:00Z', '2026-03-10T04:00Z', 'day', 'America/New_York')).toEqual([
      24, 23, 24,
    ]);
    expect(hours('2026-10-31T04:00Z', '2026-11-03T05:00Z', 'day', 'America/New_York')).toEqual([
      24, 25, 24,
    ]);
  });

  it('are left out where a zone skipped one', () => {
    // Samoa went from -10:00 to +14:00 at the end of 29 December 2011 (10:00 UTC on the 30th): it
    // had no 30th, and its 2 January began at 10:00 UTC on the 1st.
    const days = cut('2011-12-29T10:00Z', '2012-01-01T10:00Z', 'day', 'Pacific/Apia');
    expect(days.map(({ start }) => localDate(start, 'Pacific/Apia'))).toEqual([
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
    ]);
  });
});

describe('weeks', () => {
  it('begin on Monday, over the end of a year too', () => {
    // 28 December 2020 is the Monday of week 53, 4 January 2021 of week 1.
    expect(starts('2020-12-21T00:00Z', '2021-01-11T00:00Z', 'week')).toEqual([
      '2020-12-21T00:00:00.000Z',
      '2020-12-28T00:00:00.000Z',
      '2021-01-04T00:00:00.000Z',
    ]);
  });

  it('have 167 and 169 hours when clocks change', () => {
    expect(hours('2026-03-22T23:00Z', '2026-04-05T22:00Z', 'week', 'Europe/Berlin')).toEqual([
      167, 168,
    ]);
    expect(hours('2026-10-18T22:00Z', '2026-10-25T23:00Z', 'week', 'Europe/Berlin')).toEqual([169]);
  });
});

describe('months and quarters', () => {
  it('begin on the first, in a leap February too', () => {
    expect(starts('2024-01-01T00:00Z', '2024-04-01T00:00Z', 'month')).toEqual([
      '2024-01-01T00:00:00.000Z',
      '2024-02-01T00:00:00.000Z',
      '2024-03-01T00:00:00.000Z',
    ]);
    expect(hours('2024-02-01T00:00Z', '2024-03-01T00:00Z', 'month')).toEqual([29 * 24]);
  });

  it('are January, April, July and October, by local time', () => {
    expect(starts('2025-12-31T23:00Z', '2026-12-31T23:00Z', 'quarter', 'Europe/Berlin')).toEqual([
      '2025-12-31T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
      '2026-06-30T22:00:00.000Z',
      '2026-09-30T22:00:00.000Z',
    ]);
  });
});

describe('the edges of a window', () => {
  it('cut the first and the last period', () => {
    expect(starts('2026-02-15T12:00Z', '2026-03-15T12:00Z', 'month')).toEqual([
      '2026-02-15T12:00:00.000Z',
      '2026-03-01T00:00:00.000Z',
    ]);
    expect(cut('2026-02-15T12:00Z', '2026-03-15T12:00Z', 'month').at(-1)?.end).toBe(
      Date.UTC(2026, 2, 15, 12),
    );
  });

  it('open no period where one would only begin: the end is not part of the window', () => {
    expect(cut('2026-03-01T00:00Z', '2026-03-02T00:00Z', 'day')).toHaveLength(1);
    expect(cut('2026-03-01T00:00Z', '2026-03-02T00:00:00.001Z', 'day')).toHaveLength(2);
  });

  it('are those of the only period where none is asked for', () => {
    const window = { start: 1, end: 2 };
    expect(periodsOf(window, 'none', 'UTC')).toEqual([window]);
  });

  it('hold periods without gap and overlap, none of them empty, in any zone', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Pacific/Apia',
      'Asia/Kathmandu',
      'Africa/Cairo',
      'Australia/Lord_Howe',
    );
    const start = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2030, 0, 1) });
    const length = fc.integer({ min: 1, max: 400 * 24 * HOUR });
    fc.assert(
      fc.property(
        start,
        length,
        fc.constantFrom(...INTERVALS),
        zone,
        (from, span, interval, tz) => {
          const window = { start: from, end: from + span };
          const periods = periodsOf(window, interval, tz);
          expect(periods[0]?.start).toBe(window.start);
          expect(periods.at(-1)?.end).toBe(window.end);
          for (const [index, period] of periods.entries()) {
            expect(period.end).toBeGreaterThan(period.start);
            if (index > 0) expect(period.start).toBe(periods[index - 1]?.end);
            if (interval === 'day') {
              expect(localDate(period.end - 1, tz)).toBe(localDate(period.start, tz));
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the days in a period', () => {
  const count = (from: string, to: string, timezone: string) =>
    daysIn({ start: Date.parse(from), end: Date.parse(to) }, timezone);

  it('are whole on the days on which clocks change', () => {
    expect(count('2026-03-28T23:00Z', '2026-03-29T22:00Z', 'Europe/Berlin')).toBe(1);
    expect(count('2026-10-24T22:00Z', '2026-10-25T23:00Z', 'Europe/Berlin')).toBe(1);
    expect(count('2026-03-08T05:00Z', '2026-03-09T04:00Z', 'America/New_York')).toBe(1);
  });

  it('are counted in parts where the period begins or ends within one', () => {
    // 12 of the 24 hours of 1 March, and 6 of those of 2 March.
    expect(count('2026-03-01T12:00Z', '2026-03-02T06:00Z', 'UTC')).toBeCloseTo(0.75, 12);
    // 1 of the 23 hours of 29 March.
    expect(count('2026-03-28T23:00Z', '2026-03-29T00:00Z', 'Europe/Berlin')).toBeCloseTo(
      1 / 23,
      12,
    );
  });
});

describe('a date', () => {
  it('begins at midnight of its zone, or at the first moment that it has', () => {
    expect(startOfDate('2026-03-29', 'Europe/Berlin')).toBe(Date.parse('2026-03-28T23:00Z'));
    // In Cairo the clocks go from 00:00 to 01:00 on 24 April 2026: the day begins at one.
    expect(startOfDate('2026-04-24', 'Africa/Cairo')).toBe(Date.parse('2026-04-23T22:00Z'));
  });

  it('is none where the calendar has none', () => {
    expect(startOfDate('2026-02-29', 'UTC')).toBeUndefined();
    expect(startOfDate('2026-13-01', 'UTC')).toBeUndefined();
    expect(startOfDate('soon', 'UTC')).toBeUndefined();
  });

  it('is told by the clock on the wall', () => {
    const moment = Date.parse('2026-03-01T23:30Z');
    expect(localDate(moment, 'UTC')).toBe('2026-03-01');
    expect(localDate(moment, 'Asia/Kathmandu')).toBe('2026-03-02');
  });
});

const span = (from: string, to: string): Period => ({
  start: Date.parse(from),
  end: Date.parse(to),
});

const inWords = ({ start, end }: Period) =>
  `${new Date(start).toISOString()} ${new Date(end).toISOString()}`;

describe('the period before one, of equal length', () => {
  const previous = (from: string, to: string, timezone = 'UTC') =>
    inWords(previousPeriod(span(from, to), timezone));

  it('is as many days long where both ends are midnight, 23 and 25 hours or not', () => {
    // Berlin, 29 and 30 March 2026: 47 hours; the 27th and 28th before them have 48.
    expect(previous('2026-03-28T23:00Z', '2026-03-30T22:00Z', 'Europe/Berlin')).toBe(
      '2026-03-26T23:00:00.000Z 2026-03-28T23:00:00.000Z',
    );
    // The week from 30 March (168 hours) follows one of 167.
    expect(previous('2026-03-29T22:00Z', '2026-04-05T22:00Z', 'Europe/Berlin')).toBe(
      '2026-03-22T23:00:00.000Z 2026-03-29T22:00:00.000Z',
    );
    // 26 October (24 hours) follows a day of 25.
    expect(previous('2026-10-25T23:00Z', '2026-10-26T23:00Z', 'Europe/Berlin')).toBe(
      '2026-10-24T22:00:00.000Z 2026-10-25T23:00:00.000Z',
    );
  });

  it('of a month is as many days, not the month before', () => {
    // March has 31 days; so have 29 January to 28 February.
    expect(previous('2026-03-01T00:00Z', '2026-04-01T00:00Z')).toBe(
      '2026-01-29T00:00:00.000Z 2026-03-01T00:00:00.000Z',
    );
  });

  it('is as many hours long where an end is not midnight', () => {
    // Noon to noon over the change of clocks: 23 hours, and 23 hours before that.
    expect(previous('2026-03-28T11:00Z', '2026-03-29T10:00Z', 'Europe/Berlin')).toBe(
      '2026-03-27T12:00:00.000Z 2026-03-28T11:00:00.000Z',
    );
    // Midnight in UTC is none in Berlin.
    expect(previous('2026-03-29T00:00Z', '2026-03-30T00:00Z', 'Europe/Berlin')).toBe(
      '2026-03-28T00:00:00.000Z 2026-03-29T00:00:00.000Z',
    );
  });

  it('begins with the first moment of a day that has no midnight', () => {
    // In Cairo 24 April 2026 begins at 01:00 (22:00 UTC): it is a local midnight for all purposes.
    expect(previous('2026-04-23T22:00Z', '2026-04-24T21:00Z', 'Africa/Cairo')).toBe(
      '2026-04-22T22:00:00.000Z 2026-04-23T22:00:00.000Z',
    );
  });

  it('ends where the period starts, in any zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.integer({ min: 1, max: 100 * 24 * HOUR }),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
        (start, length, timezone) => {
          const before = previousPeriod({ start, end: start + length }, timezone);
          expect(before.end).toBe(start);
          // As long but for the hour that clocks took or gave.
          expect(Math.abs(start - before.start - length)).toBeLessThanOrEqual(HOUR);
        },
      ),
    );
  });
});

describe('the calendar period before a window', () => {
  const before = (from: string, interval: Exclude<Interval, 'none'>, timezone = 'UTC') =>
    inWords(periodBefore(span(from, '2027-01-01T00:00Z'), interval, timezone));

  it('is the whole one before that in which the window starts', () => {
    // 4 March 2026 is a Wednesday.
    expect(before('2026-03-04T15:00Z', 'day')).toBe(
      '2026-03-03T00:00:00.000Z 2026-03-04T00:00:00.000Z',
    );
    expect(before('2026-03-04T15:00Z', 'week')).toBe(
      '2026-02-23T00:00:00.000Z 2026-03-02T00:00:00.000Z',
    );
    expect(before('2026-03-04T15:00Z', 'month')).toBe(
      '2026-02-01T00:00:00.000Z 2026-03-01T00:00:00.000Z',
    );
    expect(before('2026-03-04T15:00Z', 'quarter')).toBe(
      '2025-10-01T00:00:00.000Z 2026-01-01T00:00:00.000Z',
    );
  });

  it('is by local time: of 30 March in Berlin the day of 23 hours', () => {
    expect(before('2026-03-29T22:00Z', 'day', 'Europe/Berlin')).toBe(
      '2026-03-28T23:00:00.000Z 2026-03-29T22:00:00.000Z',
    );
  });
});

describe('the whole weeks in a period', () => {
  const mondays = (from: string, to: string, timezone = 'UTC') =>
    wholeWeeksIn(span(from, to), timezone).map(([monday]) => monday);

  it('are those of which both ends lie in it', () => {
    expect(wholeWeeksIn(span('2026-03-02T00:00Z', '2026-03-09T00:00Z'), 'UTC')).toEqual([
      [
        '2026-03-02',
        '2026-03-03',
        '2026-03-04',
        '2026-03-05',
        '2026-03-06',
        '2026-03-07',
        '2026-03-08',
      ],
    ]);
    expect(mondays('2026-03-02T00:00:00.001Z', '2026-03-09T00:00Z')).toEqual([]);
    expect(mondays('2026-03-02T00:00Z', '2026-03-08T23:59:59.999Z')).toEqual([]);
    expect(mondays('2026-03-01T00:00Z', '2026-03-22T12:00Z')).toEqual(['2026-03-02', '2026-03-09']);
  });

  it('go over the end of a year: week 53 of 2020 and week 1 of 2021', () => {
    expect(mondays('2020-12-25T00:00Z', '2021-01-11T00:00Z')).toEqual(['2020-12-28', '2021-01-04']);
    // A year has no whole week of its neighbours: 2026 begins on a Thursday and ends on one.
    const of2026 = mondays('2026-01-01T00:00Z', '2027-01-01T00:00Z');
    expect([of2026.length, of2026[0], of2026.at(-1)]).toEqual([51, '2026-01-05', '2026-12-21']);
  });

  it('are of local days: in Berlin the week of 23 March has 167 hours and is whole', () => {
    expect(mondays('2026-03-22T23:00Z', '2026-03-29T22:00Z', 'Europe/Berlin')).toEqual([
      '2026-03-23',
    ]);
    expect(mondays('2026-03-22T23:00Z', '2026-03-29T22:00Z', 'UTC')).toEqual([]);
  });
});

describe('a moment', () => {
  it('is in a period from its start up to, not including, its end', () => {
    const period = { start: 10, end: 20 };
    expect([9, 10, 19, 20].map((instant) => isIn(period, instant))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('a time zone', () => {
  it('is an IANA name', () => {
    expect(isTimezone('Europe/Berlin')).toBe(true);
    expect(isTimezone('UTC')).toBe(true);
    expect(isTimezone('Europe/Bielefeld')).toBe(false);
    expect(isTimezone('')).toBe(false);
  });
});

describe('a period that is cut now', () => {
  // Wednesday, 11 March 2026, noon.
  const now = Date.UTC(2026, 2, 11, 12);
  const over = (interval: Interval) =>
    periodsOf({ start: Date.UTC(2026, 0, 1), end: now }, interval, 'UTC').map((period) =>
      isOver(period, interval, 'UTC', now),
    );

  it.each<[Interval, number]>([
    ['day', 70],
    ['week', 11],
    ['month', 3],
    ['quarter', 1],
  ])('of a %s is not over, and those before it are', (interval, count) => {
    expect(over(interval)).toEqual([...Array<boolean>(count - 1).fill(true), false]);
  });

  it('is over where nothing cuts it but the window', () => {
    expect(over('none')).toEqual([true]);
  });

  it('is over at its last moment', () => {
    const day = { start: Date.UTC(2026, 2, 10), end: Date.UTC(2026, 2, 11) };
    expect(isOver(day, 'day', 'UTC', day.end)).toBe(true);
    expect(isOver(day, 'day', 'UTC', day.end - 1)).toBe(false);
  });
});

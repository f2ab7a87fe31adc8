import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDatesIn } from './local-dates.js';
import { localDate } from './periods.js';

const HOUR = 3_600_000;

/** Moments at which clocks change, and where: St. John’s went back to the day before for an hour. */
const CHANGES = [
  { timezone: 'America/St_Johns', around: Date.parse('2010-11-07T02:31Z') },
  { timezone: 'America/St_Johns', around: Date.parse('2010-03-14T03:31Z') },
  { timezone: 'Pacific/Apia', around: Date.parse('2011-12-30T10:00Z') },
  { timezone: 'Europe/Berlin', around: Date.parse('2026-10-25T01:00Z') },
  { timezone: 'Africa/Cairo', around: Date.parse('2026-10-29T21:00Z') },
  { timezone: 'Asia/Kathmandu', around: Date.parse('2026-06-01T00:00Z') },
];

describe('the local dates in a period', () => {
  it('are those of each moment by itself, on whichever clocks changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANGES),
        fc.integer({ min: 0, max: 100 * 60 }),
        fc.integer({ min: 1, max: 100 * 60 }),
        fc.array(fc.integer({ min: -50 * 60, max: 150 * 60 }), { maxLength: 20 }),
        ({ timezone, around }, before, after, minutes) => {
          const start = around - (before * HOUR) / 60;
          const period = { start, end: around + (after * HOUR) / 60 };
          const moments = minutes.map((minute) => start + (minute * HOUR) / 60);
          expect(moments.map(localDatesIn(period, timezone))).toEqual(
            moments.map((moment) => localDate(moment, timezone)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('come back where clocks do near midnight', () => {
    const period = {
      start: Date.parse('2010-11-06T00:00Z'),
      end: Date.parse('2010-11-09T00:00Z'),
    };
    const dateOf = localDatesIn(period, 'America/St_Johns');
    // 00:00:30 on the 7th; a minute later it is 23:01:30 on the 6th again.
    expect(dateOf(Date.parse('2010-11-07T02:30:30Z'))).toBe('2010-11-07');
    expect(dateOf(Date.parse('2010-11-07T02:31:30Z'))).toBe('2010-11-06');
    expect(dateOf(Date.parse('2010-11-07T03:30:00Z'))).toBe('2010-11-07');
  });
});

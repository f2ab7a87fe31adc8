import { describe, expect, it } from '@jest/globals';
import type { QuietHours, Silence } from '@throughline/service-kit';
import { alertOf, DAY, HOUR, NOON } from '../alert.fixture.js';
import { hushOf } from './hush.js';

const environmentClasses = { production: ['production', 'live'] };

const NIGHTS: QuietHours = {
  for: {},
  days: [1, 2, 3, 4, 5, 6, 7],
  from: 22 * 60,
  to: 7 * 60,
  timezone: 'Europe/Berlin',
};

const at = (text: string) => Date.parse(text);

const quiet = (now: number, hours: Partial<QuietHours> = {}, alert = alertOf()) =>
  hushOf(alert, now, {
    silences: [],
    quietHours: [{ ...NIGHTS, ...hours }],
    environmentClasses,
  });

describe('quiet hours', () => {
  it.each([
    ['in the evening', '2026-03-10T22:30:00+01:00', '2026-03-11T07:00:00+01:00'],
    ['after midnight', '2026-03-11T03:00:00+01:00', '2026-03-11T07:00:00+01:00'],
    ['in a night that is an hour short', '2026-03-28T23:00:00+01:00', '2026-03-29T07:00:00+02:00'],
    ['in a night that is an hour long', '2026-10-24T23:00:00+02:00', '2026-10-25T07:00:00+01:00'],
  ])('hold back %s until the morning', (_name, now, until) => {
    expect(quiet(at(now))).toEqual({ reason: 'quiet_hours', until: at(until) });
  });

  it.each([
    ['by day', '2026-03-10T12:00:00+01:00'],
    ['as they end', '2026-03-11T07:00:00+01:00'],
    ['just before they begin', '2026-03-10T21:59:59+01:00'],
  ])('hold back nothing %s', (_name, now) => {
    expect(quiet(at(now))).toBeUndefined();
  });

  it('belong to the day on which they begin', () => {
    // The night from Saturday to Sunday, and the one after it.
    expect(quiet(at('2026-03-15T03:00:00+01:00'), { days: [6] })).toBeDefined();
    expect(quiet(at('2026-03-16T03:00:00+01:00'), { days: [6] })).toBeUndefined();
  });

  it('never hold back a page', () => {
    expect(
      quiet(at('2026-03-10T23:00:00+01:00'), {}, alertOf({ severity: 'page' })),
    ).toBeUndefined();
  });

  it('are for those they name', () => {
    const night = at('2026-03-10T23:00:00+01:00');
    const team = alertOf({ team: 'payments' });
    expect(quiet(night, { for: { team: ['payments'] } }, team)).toBeDefined();
    expect(quiet(night, { for: { team: ['search'] } }, team)).toBeUndefined();
    expect(quiet(night, { for: { environment: ['staging'] } }, team)).toBeUndefined();
  });
});

describe('a silence', () => {
  const SILENCE: Silence = {
    for: { service: ['api'] },
    from: NOON,
    until: NOON + DAY,
    author: 'Ada',
    reason: 'migration',
  };
  const silenced = (now: number, alert = alertOf()) =>
    hushOf(alert, now, { silences: [SILENCE], quietHours: [], environmentClasses });

  it('holds back pages too, from its start to its end', () => {
    expect(silenced(NOON - 1)).toBeUndefined();
    expect(silenced(NOON)).toEqual({ reason: 'silenced', until: NOON + DAY });
    expect(silenced(NOON + HOUR, alertOf({ severity: 'page' }))).toBeDefined();
    expect(silenced(NOON + DAY)).toBeUndefined();
  });

  it('is for those it names', () => {
    const other = alertOf({ subject: { service: 'web', environment: 'production' } });
    expect(silenced(NOON, other)).toBeUndefined();
  });
});

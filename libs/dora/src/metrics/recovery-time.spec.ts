import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../definitions/definition.js';
import { DEVLAKE, DORA, GITLAB } from '../definitions/definitions.js';
import { DAY, deployment, HOUR, incident, march, MINUTE } from '../facts/facts.fixture.js';
import type { Incident } from '../facts/facts.js';
import { judged } from '../failures/evidence.fixture.js';
import type { Evidence } from '../failures/judge.js';
import { recoveryEntries, recoveryTime } from './recovery-time.js';

const MARCH = { start: march(1), end: march(32) };
const NOW = march(32);

const entries = (stated: Partial<Evidence>, definition: Definition = DORA, period = MARCH) =>
  recoveryEntries(judged(stated, definition), definition, period);

const recovery = (...question: Parameters<typeof entries>) =>
  recoveryTime(entries(...question), NOW, (question[1] ?? DORA).quantile);

const failing = (day: number) =>
  deployment({ id: `f${day}`, finishedAt: march(day), status: 'failed' });

const fixing = (day: number, hours: number) =>
  deployment({ id: `x${day}`, finishedAt: march(day) + hours * HOUR, fixes: [`f${day}`] });

describe('recovery time', () => {
  it('of 1 h, 2 h and 6 h with one open: p50 at index 1, p75 and p90 at 2, mean 9 h / 3', () => {
    const deployments = [...[1, 2, 3, 4].map(failing), fixing(1, 1), fixing(2, 2), fixing(3, 6)];
    expect(recovery({ deployments })).toEqual({
      failed: 4,
      recovered: 3,
      open: 1,
      p50: 7200,
      p75: 21_600,
      p90: 21_600,
      mean: 10_800,
      // 1 h, 2 h, 6 h, and 28 days not over: the curve falls to 3/4, 1/2 and 1/4.
      kaplanMeier: expect.objectContaining({
        n: 4,
        ended: 3,
        open: 1,
        p50: 7200,
        p75: 21_600,
        p90: null,
      }),
    });
  });

  it('is not known while every failure is open', () => {
    const deployments = [failing(1), deployment({ id: 'next', finishedAt: march(1) + DAY })];
    expect(recovery({ deployments })).toMatchObject({
      failed: 1,
      recovered: 0,
      open: 1,
      p50: null,
      mean: null,
    });
  });

  it('says of each deployment what it is to it', () => {
    const deployments = [
      failing(1),
      fixing(1, 1),
      failing(2),
      { ...failing(3), status: 'cancelled' as const },
    ];
    expect(entries({ deployments }).map(({ rule }) => rule)).toEqual([
      'recovered',
      'did_not_fail',
      'open',
      'status_not_counted',
    ]);
  });

  it('an open failure has lasted until now', () => {
    const all = entries({ deployments: [failing(1), fixing(1, 48), failing(2)] });
    const p75 = (asOf: number) => recoveryTime(all, asOf, 'index').kaplanMeier.p75;
    // Seen for a day, it was gone from the curve before the other ended, after which nothing was left.
    expect(p75(march(3))).toBe(48 * 3600);
    // Seen for three, it is the half that lasts longer.
    expect(p75(march(5))).toBeNull();
  });

  it('is what the definition rounds it to', () => {
    const deployments = [
      failing(1),
      deployment({ id: 'x', finishedAt: march(1) + 119 * MINUTE + 59_000, fixes: ['f1'] }),
    ];
    const rounded = (rounding: 'none' | 'minutes_down' | 'hours_down') =>
      DORA.recovery &&
      recovery({ deployments }, { ...DORA, recovery: { ...DORA.recovery, rounding } }).p50;
    expect(rounded('none')).toBe(7199);
    expect(rounded('minutes_down')).toBe(7140);
    expect(rounded('hours_down')).toBe(3600);
  });
});

describe('recovery by incidents, as DevLake has it', () => {
  const bad = deployment({ id: 'bad', finishedAt: march(2) });
  const after = (id: string, hours?: number): Incident =>
    incident({
      id,
      services: ['api'],
      openedAt: march(2) + HOUR,
      resolvedAt: hours === undefined ? undefined : march(2) + hours * HOUR,
    });
  const ofIncidents = (incidents: readonly Incident[], period = MARCH) =>
    recovery({ deployments: [bad], incidents }, DEVLAKE, period);

  it('times each incident of a deployment, from the finish of that deployment', () => {
    expect(ofIncidents([after('a', 3), after('b', 5)])).toMatchObject({
      failed: 2,
      recovered: 2,
      // The lower of the two.
      p50: 3 * 3600,
      mean: 4 * 3600,
    });
  });

  it('leaves out altogether what did not end in the row', () => {
    const all = [after('open'), after('late', 24), after('timely', 3)];
    expect(ofIncidents(all, { start: march(2), end: march(3) })).toMatchObject({
      failed: 1,
      recovered: 1,
      open: 0,
      kaplanMeier: { n: 1, open: 0 },
    });
    const rules = entries({ deployments: [bad], incidents: all }, DEVLAKE, {
      start: march(2),
      end: march(3),
    }).map(({ rule, subject }) => `${subject.incident?.id} ${rule}`);
    expect(rules.sort()).toEqual(['late other_row', 'open other_row', 'timely recovered']);
  });

  it('cuts to whole minutes', () => {
    const cut = incident({ ...after('a'), resolvedAt: march(2) + 90 * MINUTE + 59_999 });
    expect(ofIncidents([cut]).p50).toBe(90 * 60);
  });

  it('has no fix that would end it', () => {
    const fix = deployment({ id: 'fix', finishedAt: march(2) + 2 * HOUR, fixes: ['a'] });
    const both = { deployments: [bad, fix], incidents: [after('a', 3)] };
    expect(recovery(both, DEVLAKE).p50).toBe(3 * 3600);
  });
});

describe('a definition without recovery', () => {
  it('has no entries', () => {
    expect(entries({ deployments: [failing(1)] }, GITLAB)).toEqual([]);
  });
});

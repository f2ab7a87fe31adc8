import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../definitions/definition.js';
import { DEVLAKE, DORA, GITLAB } from '../definitions/definitions.js';
import { DAY, deployment, incident } from '../facts/facts.fixture.js';
import { exponential, seededRandom } from '../statistics/random.fixture.js';
import { evidence } from './evidence.fixture.js';
import { type Evidence, judge } from './judge.js';

const DEPLOYMENTS = 30_000;
const DAYS_A_MONTH = 365.25 / 12;

/** μ: two incidents a month that no deployment has anything to do with. */
const INCIDENTS_A_DAY = 2 / DAYS_A_MONTH;

/** Deployments and incidents at random times (two Poisson processes) that know nothing of each other. */
function unrelated(deploymentsADay: number, seed: number): Evidence {
  const random = seededRandom(seed);
  const times = (until: number, aDay: number) => {
    const all: number[] = [];
    for (let now = 0; now < until && all.length < DEPLOYMENTS;) {
      now += exponential(random, DAY / aDay);
      all.push(now);
    }
    return all;
  };
  const deployedAt = times(Infinity, deploymentsADay);
  const openedAt = times(deployedAt.at(-1) ?? 0, INCIDENTS_A_DAY);
  return evidence({
    deployments: deployedAt.map((finishedAt, index) => deployment({ id: `d${index}`, finishedAt })),
    incidents: openedAt.map((opened, index) =>
      incident({ id: `I${index}`, services: ['api'], openedAt: opened }),
    ),
  });
}

function shareOfFailed(given: Evidence, definition: Definition): number {
  const { deployments } = judge(given, definition);
  return deployments.filter(({ failed }) => failed).length / deployments.length;
}

/**
 * Four standard errors of a share of {@link DEPLOYMENTS} independent cases: these they are, since
 * waiting for the next event of a Poisson process forgets what came before. One run in 16,000 would
 * be further off.
 */
const chance = (share: number) => 4 * Math.sqrt((share * (1 - share)) / DEPLOYMENTS);

const SCHEDULES = [
  { schedule: 'once a week', aDay: 1 / 7, published: 0.32, rounding: 0.005, within24h: 0.059 },
  { schedule: 'once a day', aDay: 1, published: 0.06, rounding: 0.005, within24h: 0.04 },
  { schedule: '20 times a day', aDay: 20, published: 0.003, rounding: 0.0005, within24h: 0.003 },
];

describe('the trap of blaming the last deployment before an incident', () => {
  it.each(SCHEDULES)(
    'deploying $schedule, without one failure, a share of $published is blamed for incidents',
    ({ aDay, published, rounding }) => {
      // The next event is an incident, and not a deployment, with the share μ/(μ+λ).
      const share = INCIDENTS_A_DAY / (INCIDENTS_A_DAY + aDay);
      expect(Math.abs(share - published)).toBeLessThan(rounding);
      const blamed = shareOfFailed(unrelated(aDay, 1), DEVLAKE);
      expect(Math.abs(blamed - share)).toBeLessThan(chance(share));
    },
  );

  it.each(SCHEDULES)(
    'deploying $schedule, the window of 24 hours leaves a share of $within24h of it',
    ({ aDay, within24h, rounding }) => {
      // And it must come within the 24 hours: μ/(μ+λ)·(1 − e^−(μ+λ)·1 day).
      const both = INCIDENTS_A_DAY + aDay;
      const share = (INCIDENTS_A_DAY / both) * (1 - Math.exp(-both));
      expect(Math.abs(share - within24h)).toBeLessThan(rounding);
      const blamed = shareOfFailed(unrelated(aDay, 2), DORA);
      expect(Math.abs(blamed - share)).toBeLessThan(chance(share));
    },
  );

  it('nobody is blamed where guesses of 0.5 are not believed, or where links are not asked for', () => {
    const given = unrelated(1 / 7, 3);
    const surer = { ...DORA, failure: { ...DORA.failure, minimumConfidence: 0.6 } };
    expect(shareOfFailed(given, surer)).toBe(0);
    expect(shareOfFailed(given, GITLAB)).toBe(0);
  });
});

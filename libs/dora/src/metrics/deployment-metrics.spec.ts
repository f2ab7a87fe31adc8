import { describe, expect, it } from '@jest/globals';
import { DAY, deployment, HOUR, march, MINUTE } from '../facts/facts.fixture.js';
import type { FinishedDeployment } from '../facts/facts.js';
import { judge } from '../failures/judge.js';
import {
  changeFailRate,
  deploymentFrequency,
  recoveryTime,
  reworkRate,
} from './deployment-metrics.js';

const judged = (...deployments: FinishedDeployment[]) =>
  judge(deployments, [], () => undefined).deployments;

const at = (finishedAt: number, stated: Partial<FinishedDeployment> = {}) =>
  deployment({ id: `d${finishedAt}${stated.status ?? ''}`, finishedAt, ...stated });

const WEEK = { start: march(1), end: march(8) };

describe('deployment frequency', () => {
  it('of 4 in 7 days, 2 of them on one day: 4/7 a day, on 3 days', () => {
    const frequency = deploymentFrequency(
      judged(at(march(1)), at(march(1) + HOUR), at(march(3)), at(march(7))),
      WEEK,
      'UTC',
    );
    // Gaps of 1 h, 47 h and 96 h: the median is at index floor(0.5·3) = 1.
    expect(frequency).toEqual({
      deployments: 4,
      perDay: 4 / 7,
      daysWithDeployment: 3,
      medianSecondsBetween: 47 * 3600,
    });
  });

  it('counts those that succeeded, rollbacks and hotfixes included', () => {
    const all = judged(
      at(march(1), { kind: 'rollback' }),
      at(march(2), { kind: 'hotfix' }),
      at(march(3), { status: 'failed' }),
      at(march(4), { status: 'rolled_back' }),
      at(march(5), { status: 'cancelled' }),
    );
    expect(deploymentFrequency(all, WEEK, 'UTC').deployments).toBe(2);
  });

  it('tells days by the clock on the wall: 23:30 and 00:30 UTC are one day in Berlin', () => {
    const night = judged(at(march(2) - 30 * MINUTE), at(march(2) + 30 * MINUTE));
    expect(deploymentFrequency(night, WEEK, 'UTC').daysWithDeployment).toBe(2);
    expect(deploymentFrequency(night, WEEK, 'Europe/Berlin').daysWithDeployment).toBe(1);
  });

  it('knows no gap with one deployment, and none at all is 0 a day', () => {
    expect(deploymentFrequency(judged(at(march(1))), WEEK, 'UTC').medianSecondsBetween).toBeNull();
    expect(deploymentFrequency([], WEEK, 'UTC')).toEqual({
      deployments: 0,
      perDay: 0,
      daysWithDeployment: 0,
      medianSecondsBetween: null,
    });
  });

  it('is measured in days of the zone: 2 in the 23 hours of a day are 2 a day', () => {
    const day = { start: Date.parse('2026-03-28T23:00Z'), end: Date.parse('2026-03-29T22:00Z') };
    const two = judged(at(day.start), at(day.end - 1));
    expect(deploymentFrequency(two, day, 'Europe/Berlin').perDay).toBe(2);
  });
});

describe('the rates', () => {
  it('leave out what was cancelled: of 12 others 2 failed, 2/12', () => {
    const fine = Array.from({ length: 10 }, (_, index) => at(march(1) + index * HOUR));
    const all = judged(
      ...fine,
      at(march(5), { status: 'failed' }),
      at(march(6), { status: 'rolled_back' }),
      at(march(7), { status: 'cancelled', changeFailure: true, unplanned: true }),
    );
    const rate = changeFailRate(all);
    expect(rate).toMatchObject({ failed: 2, deployments: 12, rate: 2 / 12 });
    expect(rate.low).toBeCloseTo(0.047, 4);
    expect(rate.high).toBeCloseTo(0.448, 4);
    expect(reworkRate(all)).toMatchObject({ rework: 0, deployments: 12, rate: 0 });
    expect(recoveryTime(all)).toMatchObject({ failed: 2, open: 2 });
  });

  it('are not known without deployments', () => {
    expect(changeFailRate([])).toEqual({
      failed: 0,
      deployments: 0,
      rate: null,
      low: null,
      high: null,
    });
    expect(reworkRate([]).rate).toBeNull();
  });
});

describe('rework', () => {
  it.each<[string, Partial<FinishedDeployment>, number]>([
    ['planned work', {}, 0],
    ['what somebody says was planned', { unplanned: false }, 0],
    ['unplanned work', { unplanned: true }, 1],
    ['a rollback', { kind: 'rollback' }, 1],
    ['a hotfix, planned or not', { kind: 'hotfix', unplanned: false }, 1],
    ['what names what it fixes', { fixes: ['INC-1'] }, 1],
    ['a failed attempt at it', { kind: 'hotfix', status: 'failed' }, 1],
  ])('%s', (_name, stated, rework) => {
    expect(reworkRate(judged(at(march(1), stated)))).toMatchObject({ rework, deployments: 1 });
  });
});

describe('recovery time', () => {
  it('of 1 h, 2 h and 6 h with one open: p50 at index 1, p75 and p90 at 2, mean 9 h / 3', () => {
    const failing = [1, 2, 3, 4].map((day) =>
      deployment({ id: `f${day}`, finishedAt: march(day), status: 'failed' }),
    );
    const fixing = [1, 2, 6].map((hours, index) =>
      deployment({
        id: `x${hours}`,
        finishedAt: march(index + 1) + hours * HOUR,
        fixes: [`f${index + 1}`],
      }),
    );
    expect(recoveryTime(judged(...failing, ...fixing))).toEqual({
      failed: 4,
      recovered: 3,
      open: 1,
      p50: 7200,
      p75: 21_600,
      p90: 21_600,
      mean: 10_800,
    });
  });

  it('is not known while every failure is open', () => {
    const failed = judged(at(march(1), { status: 'failed' }), at(march(1) + DAY));
    expect(recoveryTime(failed)).toMatchObject({ failed: 1, recovered: 0, open: 1, p50: null });
  });
});

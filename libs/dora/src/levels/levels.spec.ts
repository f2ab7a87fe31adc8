import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LEVEL_EDITIONS, levelsOf } from './levels.js';
import type { LevelFigures } from './placement.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

const unknown: LevelFigures = {
  deploymentsPerDay: null,
  medianDaysPerWeek: null,
  changeLeadTime: null,
  changeFailRate: null,
  recoveryTime: null,
  timeToRestore: null,
};

function placed(id: string, figures: Partial<LevelFigures>) {
  const edition = LEVEL_EDITIONS.find((each) => each.id === id);
  if (!edition) throw new Error(`no edition ${id}`);
  return levelsOf(edition, { ...unknown, ...figures });
}

describe('the clusters of 2024', () => {
  it('fail 5, 20, 10 and 40 % of the time, elite to low, so more failures may mean a better level', () => {
    const at = (changeFailRate: number) => placed('dora-2024', { changeFailRate }).changeFailRate;
    expect(at(0)).toEqual({ clusters: ['elite'], match: 'nearest' });
    expect(at(0.05)).toEqual({ clusters: ['elite'], match: 'within' });
    expect(at(0.12)).toEqual({ clusters: ['medium'], match: 'nearest' });
    expect(at(0.18)).toEqual({ clusters: ['high'], match: 'nearest' });
    expect(at(0.15)).toEqual({ clusters: ['high', 'medium'], match: 'nearest' });
    expect(at(0.3)).toEqual({ clusters: ['high', 'low'], match: 'nearest' });
    expect(at(1)).toEqual({ clusters: ['low'], match: 'nearest' });
  });

  it('recover within a day, the high as the medium one', () => {
    const at = (recoveryTime: number) => placed('dora-2024', { recoveryTime }).recovery;
    expect(at(0.5 * HOUR)).toEqual({ clusters: ['elite'], match: 'within' });
    expect(at(HOUR)).toEqual({ clusters: ['high', 'medium'], match: 'within' });
    // "One day to one week" is published of none; one step to either side: less than a day, a week to a month.
    expect(at(2 * DAY)).toEqual({ clusters: ['high', 'medium', 'low'], match: 'nearest' });
    expect(at(8 * DAY)).toEqual({ clusters: ['low'], match: 'within' });
    expect(at(400 * DAY)).toEqual({ clusters: ['low'], match: 'nearest' });
  });

  it('deploy on demand, weekly, monthly, and more rarely', () => {
    const at = (deploymentsPerDay: number) =>
      placed('dora-2024', { deploymentsPerDay }).deploymentFrequency;
    expect(at(2)).toEqual({ clusters: ['elite'], match: 'within' });
    // Once a day is neither "multiple per day" nor "between once per day and once per week".
    expect(at(1)).toEqual({ clusters: ['elite', 'high'], match: 'nearest' });
    expect(at(0.9)).toEqual({ clusters: ['high'], match: 'within' });
    expect(at(1 / 7)).toEqual({ clusters: ['high'], match: 'within' });
    expect(at(1 / 8)).toEqual({ clusters: ['medium'], match: 'within' });
    expect(at(1 / 31)).toEqual({ clusters: ['low'], match: 'within' });
    expect(at(1 / 365)).toEqual({ clusters: ['low'], match: 'nearest' });
  });

  it('take less than a day, a week, a month, and longer from commit to production', () => {
    const at = (changeLeadTime: number) => placed('dora-2024', { changeLeadTime }).changeLeadTime;
    expect(at(-60)).toEqual({ clusters: ['elite'], match: 'nearest' });
    expect(at(DAY - 1)).toEqual({ clusters: ['elite'], match: 'within' });
    expect(at(DAY)).toEqual({ clusters: ['high'], match: 'within' });
    expect(at(7 * DAY)).toEqual({ clusters: ['medium'], match: 'within' });
    expect(at(31 * DAY)).toEqual({ clusters: ['low'], match: 'within' });
    expect(at(183 * DAY)).toEqual({ clusters: ['low'], match: 'nearest' });
  });

  it('are called what they are', () => {
    expect(LEVEL_EDITIONS.map(({ title }) => title)).toContain(
      '2024 DORA cluster medians (reference)',
    );
  });
});

describe('other editions', () => {
  it('of 2021 have ranges of the change fail rate, the same for all but the elite', () => {
    const at = (changeFailRate: number) => placed('dora-2021', { changeFailRate }).changeFailRate;
    expect(at(0.15)).toEqual({ clusters: ['elite'], match: 'within' });
    expect(at(0.16)).toEqual({ clusters: ['high', 'medium', 'low'], match: 'within' });
    expect(at(0.5)).toEqual({ clusters: ['high', 'medium', 'low'], match: 'nearest' });
  });

  it('of 2022 have no elite cluster', () => {
    const best = placed('dora-2022', {
      deploymentsPerDay: 20,
      changeLeadTime: 60,
      timeToRestore: 60,
    });
    expect(best.deploymentFrequency).toEqual({ clusters: ['high'], match: 'within' });
    expect(best.changeLeadTime).toEqual({ clusters: ['high'], match: 'nearest' });
    expect(best.recovery).toEqual({ clusters: ['high'], match: 'nearest' });
  });

  it('of 2023 tell the low cluster from the medium one by its failures alone', () => {
    expect(placed('dora-2023', { deploymentsPerDay: 0.1, changeFailRate: 0.5 })).toMatchObject({
      deploymentFrequency: { clusters: ['medium', 'low'], match: 'within' },
      changeFailRate: { clusters: ['low'], match: 'nearest' },
    });
  });

  it('until 2022 speak of the time to restore service, since then of the recovery of a failed deployment', () => {
    const figures = { timeToRestore: 60, recoveryTime: 5 * DAY };
    expect(placed('dora-2019', figures).recovery?.clusters).toEqual(['elite']);
    expect(placed('dora-2022', figures).recovery?.clusters).toEqual(['high']);
    expect(placed('dora-2023', figures).recovery?.clusters).toEqual(['medium']);
    expect(placed('devlake-2021', figures).recovery?.clusters).toEqual(['elite']);
    expect(placed('devlake-2023', figures).recovery?.clusters).toEqual(['medium']);
  });

  it('of 2025 have no levels at all', () => {
    const none = {
      deploymentFrequency: null,
      changeLeadTime: null,
      changeFailRate: null,
      recovery: null,
    };
    const figures = {
      deploymentsPerDay: 5,
      changeLeadTime: 60,
      changeFailRate: 0,
      recoveryTime: 60,
    };
    expect(placed('dora-2025', figures)).toEqual(none);
  });
});

describe('the thresholds of DevLake', () => {
  const level = (id: string, figures: Partial<LevelFigures>) => {
    const { deploymentFrequency, changeLeadTime, changeFailRate, recovery } = placed(id, figures);
    return [deploymentFrequency, changeLeadTime, changeFailRate, recovery].flatMap(
      (placement) => placement?.clusters ?? [],
    );
  };

  it('after 2023 include the bound of a rate and leave out that of a duration', () => {
    const at = (changeFailRate: number) => level('devlake-2023', { changeFailRate });
    expect([0.05, 0.051, 0.1, 0.15, 0.151].flatMap(at)).toEqual([
      ...['elite', 'high', 'high', 'medium', 'low'],
    ]);
    const leadTime = (changeLeadTime: number) => level('devlake-2023', { changeLeadTime });
    expect([DAY - 1, DAY, 7 * DAY, 30 * DAY].flatMap(leadTime)).toEqual([
      ...['elite', 'high', 'medium', 'low'],
    ]);
  });

  it('after 2021 are wider for lead time and failures', () => {
    const leadTime = (changeLeadTime: number) => level('devlake-2021', { changeLeadTime });
    expect([HOUR - 1, HOUR, 7 * DAY, 180 * DAY].flatMap(leadTime)).toEqual([
      ...['elite', 'high', 'medium', 'low'],
    ]);
    const rate = (changeFailRate: number) => level('devlake-2021', { changeFailRate });
    expect([0.15, 0.2, 0.3, 0.31].flatMap(rate)).toEqual(['elite', 'high', 'medium', 'low']);
  });

  it('go by the days with a deployment of the median week, and below that by the month', () => {
    const at = (id: string) => (medianDaysPerWeek: number, deploymentsPerDay: number) =>
      level(id, { medianDaysPerWeek, deploymentsPerDay });
    // Fifty deployments a day on four days of the week are not "on demand" there.
    expect(at('devlake-2023')(5, 1)).toEqual(['elite']);
    expect(at('devlake-2023')(4, 50)).toEqual(['high']);
    expect(at('devlake-2023')(0, 1 / 30)).toEqual(['medium']);
    expect(at('devlake-2023')(0, 1 / 31)).toEqual(['low']);
    expect(at('devlake-2021')(0, 1 / 30)).toEqual(['high']);
    expect(at('devlake-2021')(0, 1 / 31)).toEqual(['medium']);
    expect(at('devlake-2021')(0, 1 / 181)).toEqual(['low']);
  });
});

describe('whatever the edition', () => {
  it('what is not known has no level, nor has a team that has not deployed', () => {
    const none = {
      deploymentFrequency: null,
      changeLeadTime: null,
      changeFailRate: null,
      recovery: null,
    };
    for (const edition of LEVEL_EDITIONS) {
      expect(levelsOf(edition, unknown)).toEqual(none);
      expect(levelsOf(edition, { ...unknown, deploymentsPerDay: 0, medianDaysPerWeek: 0 })).toEqual(
        none,
      );
    }
  });

  it('every published value lies within its own cluster', () => {
    for (const edition of LEVEL_EDITIONS) {
      if (edition.kind !== 'clusters') continue;
      for (const cluster of edition.clusters) {
        for (const changeFailRate of cluster.changeFailRate) {
          const placement = levelsOf(edition, { ...unknown, changeFailRate }).changeFailRate;
          expect(placement).toMatchObject({ match: 'within' });
          expect(placement?.clusters).toContain(cluster.name);
        }
      }
    }
  });

  it('a shorter lead time and more deployments are never placed lower', () => {
    const ranks = { elite: 3, high: 2, medium: 1, low: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...LEVEL_EDITIONS.filter(({ id }) => id !== 'dora-2025')),
        fc.tuple(fc.integer({ min: 1, max: 4e7 }), fc.integer({ min: 1, max: 4e7 })),
        (edition, seconds) => {
          const [shorter, longer] = [Math.min(...seconds), Math.max(...seconds)];
          const best = (changeLeadTime: number) => {
            const clusters = levelsOf(edition, { ...unknown, changeLeadTime }).changeLeadTime
              ?.clusters;
            return Math.max(...(clusters ?? []).map((name) => ranks[name]));
          };
          expect(best(shorter)).toBeGreaterThanOrEqual(best(longer));
          const often = (gap: number) => {
            const deploymentsPerDay = 86_400 / gap;
            const medianDaysPerWeek = Math.min(7, Math.floor(7 * deploymentsPerDay));
            const figures = { ...unknown, deploymentsPerDay, medianDaysPerWeek };
            const clusters = levelsOf(edition, figures).deploymentFrequency?.clusters;
            return Math.max(...(clusters ?? []).map((name) => ranks[name]));
          };
          expect(often(shorter)).toBeGreaterThanOrEqual(often(longer));
        },
      ),
    );
  });
});

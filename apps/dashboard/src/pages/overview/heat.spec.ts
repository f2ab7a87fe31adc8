import { describe, expect, it } from '@jest/globals';
import { METRICS } from '../../metrics/metric.js';
import type { Row } from '../../metrics/row.js';
import { heatOf } from './heat.js';

const failRate = METRICS.find(({ id }) => id === 'changeFailRate');
if (failRate === undefined) throw new Error('there is a change fail rate');

const row = (rate: number | null, deployments = 50): Row => ({
  group: {},
  start: '',
  end: '',
  incomplete: false,
  changeFailRate: { failed: 0, deployments, rate, low: null, high: null, inferred: 0 },
});

describe('the shades of a column', () => {
  it('rank the worst fifth darkest', () => {
    const rows = [0.01, 0.02, 0.03, 0.04, 0.05].map((rate) => row(rate));
    const heat = heatOf(failRate, rows);
    expect(rows.map(heat)).toEqual([0, 1, 2, 3, 4]);
  });

  it('leave out what rests on few cases, in the ranks too', () => {
    const rows = [0.5, 0.01, 0.02, 0.03, 0.04, 0.05].map((rate, index) =>
      row(rate, index === 0 ? 2 : 50),
    );
    expect(rows.map(heatOf(failRate, rows))).toEqual([0, 0, 1, 2, 3, 4]);
  });

  it('are the same for the same value', () => {
    const rows = [0, 0, 0, 0, 0, 0.1].map((rate) => row(rate));
    expect(rows.map(heatOf(failRate, rows))).toEqual([0, 0, 0, 0, 0, 4]);
  });

  it('are none among fewer than five, and none for what is not known', () => {
    const few = [0.01, 0.5].map((rate) => row(rate));
    expect(few.map(heatOf(failRate, few))).toEqual([0, 0]);
    expect(
      heatOf(
        failRate,
        [0, 0, 0, 0, 0].map((rate) => row(rate)),
      )(row(null)),
    ).toBe(0);
  });
});

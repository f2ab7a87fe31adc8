import { describe, expect, it } from '@jest/globals';
import type { Numbers } from '../answers/delivery-answer.js';
import { metricsInWords } from './number-words.js';

const nothing = { n: 0, ended: 0, open: 0, p50: null, p50Low: null, p50High: null };

const numbers: Numbers = {
  deploymentFrequency: {
    ...{ deployments: 1_250, perDay: 3.57, perDayLow: 2.31, perDayHigh: 5.27 },
    daysWithDeployment: 5,
  },
  changeLeadTime: {
    ...{ unit: 'commits', commits: 1, p50: 7_200, p75: 7_200, p90: 7_200, waiting: 3 },
    kaplanMeier: { n: 4, ended: 1, open: 3, p50: null, p50Low: 7_200, p50High: null },
  },
  changeFailRate: {
    ...{ failed: 1, deployments: 26, rate: 1 / 26, low: 0.0068, high: 0.1889 },
    inferred: 0,
  },
  recoveryTime: { failed: 0, recovered: 0, open: 0, p50: null, p90: null, kaplanMeier: nothing },
  reworkRate: { rework: 0, deployments: 0, rate: null, low: null, high: null },
  timeToRestore: { incidents: 0, resolved: 0, open: 0, p50: null, p90: null, kaplanMeier: nothing },
};

describe('the numbers of a row in words', () => {
  it('have their interval and how many they rest on; what is not known is unknown, not zero', () => {
    expect(metricsInWords(numbers).map(({ title: _, metric, ...said }) => [metric, said])).toEqual([
      [
        'deploymentFrequency',
        { value: '3.6 a day', interval: '2.3–5.3 a day', cases: '1,250 deployments' },
      ],
      [
        'changeLeadTime',
        {
          value: '2 h (p90 2 h)',
          interval: '2 h to unknown',
          intervalOf: 'of the median of all that was begun, unknown',
          cases: '1 commit, 3 more waiting',
        },
      ],
      ['changeFailRate', { value: '3.8 %', interval: '0.7–18.9 %', cases: '1 of 26 deployments' }],
      [
        'recoveryTime',
        { value: 'unknown', interval: 'unknown', cases: '0 of 0 recovered, 0 open' },
      ],
      ['reworkRate', { value: 'unknown', interval: 'unknown', cases: '0 of 0 deployments' }],
      [
        'timeToRestore',
        { value: 'unknown', interval: 'unknown', cases: '0 of 0 incidents resolved, 0 open' },
      ],
    ]);
  });

  it('leave out what the definition does not have', () => {
    const said = metricsInWords({ ...numbers, recoveryTime: null, reworkRate: null });
    expect(said.map(({ metric }) => metric)).toEqual([
      'deploymentFrequency',
      'changeLeadTime',
      'changeFailRate',
      'timeToRestore',
    ]);
  });
});

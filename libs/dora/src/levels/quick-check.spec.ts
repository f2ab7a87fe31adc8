import { describe, expect, it } from '@jest/globals';
import { quickCheck, quickCheckAnswers } from './quick-check.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe("the scores of DORA's Quick Check", () => {
  it('of the mean answers of 2025 are 5.5, 4.8, 7.4, 8.1, 7.8, and 6.72 together', () => {
    // The example of dora.dev's own test. An answer of 3.75 is worth 10·2.75/5 = 5.5; 19 % are worth 8.1.
    const { scores, overall, throughput, stability } = quickCheck({
      changeLeadTime: 3.75,
      deploymentFrequency: 3.4,
      recoveryTime: 4.7,
      changeFailRate: 0.19,
      reworkRate: 0.22,
    });
    expect(scores.changeLeadTime).toBeCloseTo(5.5, 12);
    expect(scores.deploymentFrequency).toBeCloseTo(4.8, 12);
    expect(scores.recoveryTime).toBeCloseTo(7.4, 12);
    expect(scores.changeFailRate).toBeCloseTo(8.1, 12);
    expect(scores.reworkRate).toBeCloseTo(7.8, 12);
    expect(overall).toBeCloseTo(6.72, 12);
    // (5.5 + 4.8 + 7.4)/3 and (8.1 + 7.8)/2
    expect(throughput).toBeCloseTo(5.9, 12);
    expect(stability).toBeCloseTo(7.95, 12);
  });

  it('reach from 0 to 10', () => {
    const answered = (answer: number, rate: number) =>
      quickCheck({
        changeLeadTime: answer,
        deploymentFrequency: answer,
        recoveryTime: answer,
        changeFailRate: rate,
        reworkRate: rate,
      });
    expect(answered(6, 0)).toMatchObject({ overall: 10, throughput: 10, stability: 10 });
    expect(answered(1, 1)).toMatchObject({ overall: 0, throughput: 0, stability: 0 });
    expect(answered(3.5, 0.5)).toMatchObject({ overall: 5, throughput: 5, stability: 5 });
  });

  it('leave out what was not answered, and do not take it for the worst', () => {
    const unanswered = { changeLeadTime: null, deploymentFrequency: null, recoveryTime: null };
    const rates = { changeFailRate: 0.2, reworkRate: null };
    expect(quickCheck({ ...unanswered, ...rates })).toEqual({
      scores: { ...unanswered, changeFailRate: 8, reworkRate: null },
      ...{ overall: 8, throughput: null, stability: 8 },
    });
    const nothing = quickCheck({ ...unanswered, changeFailRate: null, reworkRate: null });
    expect(nothing).toMatchObject({ overall: null, throughput: null, stability: null });
  });
});

describe('the answers of a measured team', () => {
  const figures = {
    deploymentsPerDay: 0.5,
    changeLeadTime: 3 * DAY,
    recoveryTime: 45 * 60,
    changeFailRate: 0.1,
    reworkRate: 0.05,
  };

  it('are those that its figures lie in', () => {
    // Every other day: 4 of 6. Three days: 4. Three quarters of an hour: 6.
    const answers = quickCheckAnswers(figures);
    expect(answers).toEqual({
      ...{ deploymentFrequency: 4, changeLeadTime: 4, recoveryTime: 6 },
      ...{ changeFailRate: 0.1, reworkRate: 0.05 },
    });
    // (6 + 6 + 10)/3, (9 + 9.5)/2, all five 40.5/5.
    const { overall, throughput, stability } = quickCheck(answers);
    expect([throughput, stability, overall]).toEqual(
      [22 / 3, 9.25, 8.1].map((score) => expect.closeTo(score, 12)),
    );
  });

  it.each([
    [59 * 60, 6],
    [HOUR, 5],
    [DAY, 4],
    [7 * DAY, 3],
    [31 * DAY, 2],
    [183 * DAY, 1],
  ])('to "how long" with %d s is %d', (recoveryTime, answer) => {
    expect(quickCheckAnswers({ ...figures, recoveryTime }).recoveryTime).toBe(answer);
  });

  it.each([
    [2, 6],
    [1.9, 5],
    [0.99, 4],
    [1 / 7.1, 3],
    [1 / 31, 2],
    [1 / 183, 1],
    [0, null],
  ])('to "how often" with %d a day is %p', (deploymentsPerDay, answer) => {
    expect(quickCheckAnswers({ ...figures, deploymentsPerDay }).deploymentFrequency).toBe(answer);
  });

  it('are missing where it has no figure', () => {
    const none = { deploymentsPerDay: null, changeLeadTime: null, recoveryTime: null };
    expect(quickCheckAnswers({ ...figures, ...none })).toMatchObject({
      ...{ deploymentFrequency: null, changeLeadTime: null, recoveryTime: null },
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { scorePoints } from './score-points.js';

function deployment(scoreAfter: number | null) {
  return {
    id: 'd1',
    finishedAt: '2026-03-02T10:00:00.000Z',
    failed: true,
    failedAt: null,
    reasons: [],
    points: null,
    scoreAfter,
  };
}

const THRESHOLD = {
  name: 'threshold',
  label: 'score that is an alert',
  value: 11,
  unit: 'points' as const,
  low: null,
  high: null,
};

describe('the score of an alert', () => {
  it('is drawn beside where it becomes one', () => {
    expect(
      scorePoints({ numbers: [THRESHOLD], deployments: [deployment(4), deployment(8)] }),
    ).toEqual({ scores: [4, 8], threshold: 11 });
  });

  it('is not drawn where a rule keeps none', () => {
    expect(scorePoints({ numbers: [THRESHOLD], deployments: [deployment(null)] })).toBeUndefined();
  });

  it('has no limit where the rule names one of something else', () => {
    const share = { ...THRESHOLD, unit: 'share' as const };
    expect(scorePoints({ numbers: [share], deployments: [deployment(4)] })?.threshold).toBeNull();
  });
});

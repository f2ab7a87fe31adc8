import type { LevelFigures } from './placement.js';
import { mean } from '../statistics/quantile.js';
import { durationAnswer, frequencyAnswer } from './survey-scale.js';

/** The five answers of DORA's Quick Check. null: not answered. */
export interface QuickCheckAnswers {
  /** The first three from 1 to 6 (see `SurveyAnswer`); a mean of several answers may lie between. */
  readonly changeLeadTime: number | null;
  readonly deploymentFrequency: number | null;
  readonly recoveryTime: number | null;
  /** From 0 to 1. */
  readonly changeFailRate: number | null;
  readonly reworkRate: number | null;
}

/** Scores from 0 to 10, 10 the best. A mean is over what was answered, null where nothing was. */
export interface QuickCheckScores {
  readonly scores: Readonly<Record<keyof QuickCheckAnswers, number | null>>;
  readonly overall: number | null;
  /** Change lead time, deployment frequency, recovery time. */
  readonly throughput: number | null;
  /** Change fail rate, rework rate. */
  readonly stability: number | null;
}

/**
 * DORA's Quick Check scores: an answer a from 1 to 6 is worth 10·(a−1)/5, a percentage p 10·(100−p)/100;
 * overall is the mean of the five, throughput and stability those of three and of two.
 *
 * Source: dora-team/dora.dev, `svelte/quick-check/src/lib/data-service.ts`.
 */
export function quickCheck(answers: QuickCheckAnswers): QuickCheckScores {
  const scores = {
    changeLeadTime: ofAnswer(answers.changeLeadTime),
    deploymentFrequency: ofAnswer(answers.deploymentFrequency),
    recoveryTime: ofAnswer(answers.recoveryTime),
    changeFailRate: ofRate(answers.changeFailRate),
    reworkRate: ofRate(answers.reworkRate),
  };
  const { changeLeadTime, deploymentFrequency, recoveryTime, changeFailRate, reworkRate } = scores;
  return {
    scores,
    overall: meanOfKnown(Object.values(scores)),
    throughput: meanOfKnown([changeLeadTime, deploymentFrequency, recoveryTime]),
    stability: meanOfKnown([changeFailRate, reworkRate]),
  };
}

type MeasuredFigures = Pick<
  LevelFigures,
  'changeFailRate' | 'changeLeadTime' | 'deploymentsPerDay' | 'recoveryTime'
> & {
  /** From 0 to 1. */
  readonly reworkRate: number | null;
};

/** What a team with these figures would answer. */
export function quickCheckAnswers(figures: MeasuredFigures): QuickCheckAnswers {
  const { deploymentsPerDay, changeLeadTime, recoveryTime } = figures;
  return {
    deploymentFrequency: deploymentsPerDay === null ? null : frequencyAnswer(deploymentsPerDay),
    changeLeadTime: changeLeadTime === null ? null : durationAnswer(changeLeadTime),
    recoveryTime: recoveryTime === null ? null : durationAnswer(recoveryTime),
    changeFailRate: figures.changeFailRate,
    reworkRate: figures.reworkRate,
  };
}

const ofAnswer = (answer: number | null) => (answer === null ? null : (10 * (answer - 1)) / 5);
const ofRate = (rate: number | null) => (rate === null ? null : 10 * (1 - rate));

function meanOfKnown(scores: readonly (number | null)[]): number | null {
  return mean(scores.filter((score) => score !== null));
}

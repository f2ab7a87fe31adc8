/**
 * An answer of DORA's survey to "how often" or "how long", from 1 (the rarest, the longest) to 6. Reports
 * publish each cluster's median as one of these answers, so they are the only scale on which a figure can be
 * compared with them.
 *
 * Source: dora.dev, Quick Check and the questionnaires since 2018 (`hugo/data/survey_questions`).
 */
export type SurveyAnswer = 1 | 2 | 3 | 4 | 5 | 6;

export const FREQUENCY_ANSWERS: Readonly<Record<SurveyAnswer, string>> = {
  1: 'Fewer than once per six months',
  2: 'Between once per month and once every six months',
  3: 'Between once per week and once per month',
  4: 'Between once per day and once per week',
  5: 'Between once per hour and once per day',
  6: 'On demand (multiple deploys per day)',
};

export const DURATION_ANSWERS: Readonly<Record<SurveyAnswer, string>> = {
  1: 'More than six months',
  2: 'One to six months',
  3: 'One week to one month',
  4: 'One day to one week',
  5: 'Less than one day',
  6: 'Less than one hour',
};

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const DAYS_PER_MONTH = 365.25 / 12;

/**
 * What a team with so many deployments a day would answer. The survey's two highest answers overlap (five a
 * day are both "multiple per day" and "between once per hour and once per day"); here two or more a day are
 * the highest, from one to below two the second. null for no deployments: too short a time would say so too.
 */
export function frequencyAnswer(perDay: number): SurveyAnswer | null {
  if (perDay === 0) return null;
  if (perDay >= 2) return 6;
  if (perDay >= 1) return 5;
  if (perDay >= 1 / 7) return 4;
  if (perDay >= 1 / DAYS_PER_MONTH) return 3;
  return perDay >= 1 / (6 * DAYS_PER_MONTH) ? 2 : 1;
}

/** What a team for which it takes so many seconds would answer; a month is 365.25/12 days. */
export function durationAnswer(seconds: number): SurveyAnswer {
  if (seconds < HOUR) return 6;
  if (seconds < DAY) return 5;
  if (seconds < WEEK) return 4;
  if (seconds < DAYS_PER_MONTH * DAY) return 3;
  return seconds <= 6 * DAYS_PER_MONTH * DAY ? 2 : 1;
}

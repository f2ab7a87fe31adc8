import { describe, expect, it } from '@jest/globals';
import { namedNumberInWords, numberTitle } from './number-in-words.js';

describe('an explained number', () => {
  it.each([
    ['changeFailRate.rate', 0.089, 'Change fail rate', '8.9 %'],
    ['changeFailRate.failed', 27, 'Change fail rate, failed', '27'],
    ['changeLeadTime.p50', 90_000, 'Change lead time, median', '1 d 1 h'],
    ['changeLeadTime.waiting', 1234, 'Change lead time, waiting', '1,234'],
    ['changeLeadTime.unit', 'commits', 'Change lead time, unit', 'commits'],
    [
      'recoveryTime.kaplanMeier.p50High',
      null,
      'Recovery time, open ones included, upper end of the median’s interval',
      '–',
    ],
    ['leadTimeStages.review.p90', 3600, 'Lead time stages, review, 90 % are within', '1 h'],
    [
      'deploymentFrequency.perDayLow',
      2.5,
      'Deployment frequency, lower end of the interval',
      '2.5 a day',
    ],
    [
      'deploymentFrequency.medianDaysPerWeek',
      3,
      'Deployment frequency, days with a deployment a week',
      '3',
    ],
    ['deployment.leadTime.sum', 60, 'Deployment, lead time, sum', '1 min'],
    ['some.thing', 2, 'some, thing', '2'],
  ])('%s of %j is “%s: %s”', (name, value, title, words) => {
    expect(numberTitle(name)).toBe(title);
    expect(namedNumberInWords(name, value)).toBe(words);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Definition } from '@throughline/api-client';
import { chosenDefinition, chosenFirst, failureRules } from './defined-metrics.js';

const definition = (id: string, rules: Readonly<Record<string, number>>): Definition => ({
  id,
  version: '1',
  title: id,
  sources: [],
  metrics: {},
  failuresAre: 'deployments',
  failureRules: Object.entries(rules).map(([rule, confidence]) => ({
    rule,
    confidence,
    says: `it is ${rule}`,
  })),
});

const DORA = definition('dora', { verdict: 1, window: 0.5, revert: 0.8 });
const DATADOG = definition('datadog', { verdict: 1, revert: 0.8, hotfix: 0.7 });
const GITLAB = definition('gitlab', {});
const ALL = [DORA, DATADOG, GITLAB];

describe('the definitions', () => {
  it('are led by the one that is chosen, the first of the API where none is', () => {
    expect(chosenDefinition(ALL, 'gitlab')).toBe(GITLAB);
    expect(chosenDefinition(ALL, undefined)).toBe(DORA);
    expect(chosenDefinition(ALL, 'nobody’s')).toBe(DORA);
    expect(chosenDefinition([], 'dora')).toBeUndefined();
    expect(chosenFirst(ALL, 'datadog')).toEqual([DATADOG, DORA, GITLAB]);
    expect(chosenFirst([], 'datadog')).toEqual([]);
  });

  it('know rules of failure, the surest first, each once', () => {
    expect(failureRules(ALL)).toEqual([
      {
        rule: 'verdict',
        says: 'it is verdict',
        confidences: new Map([
          ['dora', 1],
          ['datadog', 1],
        ]),
      },
      {
        rule: 'revert',
        says: 'it is revert',
        confidences: new Map([
          ['dora', 0.8],
          ['datadog', 0.8],
        ]),
      },
      { rule: 'hotfix', says: 'it is hotfix', confidences: new Map([['datadog', 0.7]]) },
      { rule: 'window', says: 'it is window', confidences: new Map([['dora', 0.5]]) },
    ]);
  });
});

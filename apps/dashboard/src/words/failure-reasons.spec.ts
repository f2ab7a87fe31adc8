import { describe, expect, it } from '@jest/globals';
import { confidenceInWords, reasonInWords, ruleInWords } from './failure-reasons.js';

describe('a reason in words', () => {
  it('names what it rests on', () => {
    const version = { rule: 'version_match', incidentId: 'outage-7', confidence: 0.9 };
    expect(reasonInWords(version)).toBe('incident outage-7 names its version');
    const back = { rule: 'rollback', deploymentId: 'api-42', confidence: 0.9 };
    expect(reasonInWords(back)).toBe('deployment api-42 rolled it back');
  });

  it('stays a sentence where that is not known', () => {
    expect(reasonInWords({ rule: 'window', confidence: 0.5 })).toBe(
      'an incident opened soon after it',
    );
  });

  it('is the name of a rule that this page does not know', () => {
    expect(reasonInWords({ rule: 'toString', confidence: 1 })).toBe('toString');
    expect(ruleInWords('of_tomorrow')).toBe('of_tomorrow');
  });
});

describe('a confidence in words', () => {
  it('tells what was said from what was inferred', () => {
    expect(confidenceInWords({ rule: 'named_cause', confidence: 1 })).toBe('sure');
    expect(confidenceInWords({ rule: 'sha_match', confidence: 0.95 })).toBe('confidence 0.95');
    expect(confidenceInWords({ rule: 'window', confidence: 0.5 })).toBe('inferred, confidence 0.5');
  });
});

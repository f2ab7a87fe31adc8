import { describe, expect, it } from '@jest/globals';
import { judgementInWords } from './judgement.js';

const FINE = {
  failed: false,
  status: 'succeeded',
  failureReasons: [],
  doubted: [],
  verdict: null,
} as const;

const byIncident = { rule: 'version_match', incidentId: 'outage-7', confidence: 0.9 };

describe('the judgement of a deployment in words', () => {
  it('says what shows that it failed, and how sure that is', () => {
    const failed = { ...FINE, failed: true, failureReasons: [byIncident] };
    expect(judgementInWords(failed)).toBe(
      'Counts as failed: incident outage-7 names its version (confidence 0.9).',
    );
  });

  it('says the surest, and how many there are beside it', () => {
    const status = { rule: 'status', confidence: 1 };
    const failed = { ...FINE, failed: true, failureReasons: [status, byIncident] };
    expect(judgementInWords(failed)).toBe(
      'Counts as failed: its status says so (sure), and 1 more.',
    );
  });

  it('tells nothing from what is not believed', () => {
    expect(judgementInWords(FINE)).toContain('nothing shows');
    expect(judgementInWords({ ...FINE, doubted: [byIncident] })).toContain('not believed');
  });

  it('lets the word of a person stand above both', () => {
    const verdict = { failed: false, by: 'Ada', reason: 'a drill', at: '2026-03-01T00:00:00.000Z' };
    expect(judgementInWords({ ...FINE, verdict, doubted: [byIncident] })).toBe(
      'Counts as fine: Ada said so.',
    );
  });

  it('judges neither what is not finished nor what was cancelled', () => {
    expect(judgementInWords({ ...FINE, failed: null, status: 'in_progress' })).toContain(
      'still running',
    );
    expect(judgementInWords({ ...FINE, status: 'cancelled' })).toContain('cancelled');
  });
});

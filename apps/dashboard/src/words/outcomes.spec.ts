import { describe, expect, it } from '@jest/globals';
import { outcomeInWords } from './outcomes.js';

const SUCCEEDED = { failed: false, status: 'succeeded', failureReasons: [] };

describe('the outcome of a deployment', () => {
  it('is failed for the surest reason, which comes first', () => {
    const failureReasons = [
      { rule: 'named_fix', deploymentId: 'api-8', confidence: 1 },
      { rule: 'window', incidentId: 'i-1', confidence: 0.5 },
    ];
    expect(outcomeInWords({ ...SUCCEEDED, failed: true, failureReasons })).toEqual({
      is: 'failed',
      text: 'Failed',
      because: 'deployment api-8 says that it fixes it',
    });
  });

  it('is fine where nothing shows otherwise', () => {
    expect(outcomeInWords(SUCCEEDED).is).toBe('fine');
  });

  it('is not known of one that runs, and neither of one that was cancelled', () => {
    expect(outcomeInWords({ ...SUCCEEDED, failed: null, status: 'in_progress' }).is).toBe(
      'running',
    );
    expect(outcomeInWords({ ...SUCCEEDED, status: 'cancelled' }).is).toBe('unknown');
  });
});

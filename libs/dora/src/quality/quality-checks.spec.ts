import { describe, expect, it } from '@jest/globals';
import { saysOf, severityOf } from './quality-checks.js';

describe('the severity of a check', () => {
  it('is ok where nothing was found, whatever it was looked for among', () => {
    expect(severityOf('source_silent', 0, 12)).toBe('ok');
    expect(severityOf('quarantined', 0, null)).toBe('ok');
    expect(severityOf('deployment_commit_unknown', 0, 0)).toBe('ok');
  });

  it('is a warning from a share on, below it a notice', () => {
    expect(severityOf('deployment_commit_unknown', 4, 100)).toBe('notice');
    expect(severityOf('deployment_commit_unknown', 5, 100)).toBe('warning');
  });

  it('is a warning for the first one where one is too many', () => {
    expect(severityOf('source_silent', 1, 1000)).toBe('warning');
    expect(severityOf('quarantined', 1, null)).toBe('warning');
  });

  it('is never more than a notice where it only explains a number', () => {
    expect(severityOf('baseline_in_window', 10, 10)).toBe('notice');
  });
});

describe('what a check says', () => {
  it('is a sentence with its figures, for one and for several', () => {
    expect(saysOf('clock_incident_resolved_before_opened', 1, 1200)).toBe(
      '1 of 1,200 incidents was resolved before it opened.',
    );
    expect(saysOf('clock_incident_resolved_before_opened', 2, 3)).toBe(
      '2 of 3 incidents were resolved before they opened.',
    );
    expect(saysOf('quarantined', 2, null)).toBe('2 events that were received could not be used.');
  });
});

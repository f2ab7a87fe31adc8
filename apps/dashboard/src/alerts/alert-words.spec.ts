import { describe, expect, it } from '@jest/globals';
import { lastedInWords, subjectInWords } from './alert-words.js';

const NOBODY = { service: null, environment: null, team: null, source: null, deploymentId: null };
const NOW = Date.parse('2026-03-02T12:00:00.000Z');
const startedAt = '2026-03-02T10:00:00.000Z';

describe('what an alert is about', () => {
  it('is named by the narrowest of it', () => {
    expect(subjectInWords({ ...NOBODY, service: 'api', environment: 'production' })).toBe('api');
    expect(subjectInWords({ ...NOBODY, team: 'payments', environment: 'production' })).toBe(
      'payments',
    );
    expect(subjectInWords({ ...NOBODY, source: 'pager' })).toBe('pager');
    expect(subjectInWords({ ...NOBODY, environment: 'production' })).toBe('production');
    expect(subjectInWords(NOBODY)).toBe('everything');
  });
});

describe('how long an alert fired', () => {
  it('ends when it was over, or goes on until now', () => {
    expect(lastedInWords({ startedAt, resolvedAt: '2026-03-02T10:37:00.000Z' }, NOW)).toBe(
      '37 min',
    );
    expect(lastedInWords({ startedAt, resolvedAt: null }, NOW)).toBe('2 h');
  });

  it('is nothing where the clock of the page is behind', () => {
    expect(lastedInWords({ startedAt, resolvedAt: null }, NOW - 86_400_000)).toBe('0 s');
  });
});

import { describe, expect, it } from '@jest/globals';
import { durationOf } from './incident-duration.js';

const NOW = Date.parse('2026-03-02T12:00:00.000Z');
const openedAt = '2026-03-01T10:00:00.000Z';

describe('how long an incident lasted', () => {
  it('ends when it was resolved', () => {
    const resolvedAt = '2026-03-01T10:37:00.000Z';
    expect(durationOf({ openedAt, resolvedAt }, NOW)).toBe('resolved after 37 min');
  });

  it('goes on while it is open', () => {
    expect(durationOf({ openedAt, resolvedAt: null }, NOW)).toBe('open for 1 d 2 h');
  });
});

import { describe, expect, it } from '@jest/globals';
import { calmSince } from './calm-since.js';

describe('calm', () => {
  it('begins when the last of what was wrong was put right, which need not be the last that began', () => {
    const failures = [
      { recoveredAt: '2026-03-03T00:00:00.000Z' },
      { recoveredAt: '2026-03-05T00:00:00.000Z' },
    ];
    const incidents = [{ resolvedAt: '2026-03-04T00:00:00.000Z' }];
    expect(calmSince({ failures, incidents })).toBe('2026-03-05T00:00:00.000Z');
    expect(calmSince({ failures: [], incidents })).toBe('2026-03-04T00:00:00.000Z');
  });

  it('has no beginning where nothing was wrong', () => {
    expect(calmSince({ failures: [], incidents: [] })).toBeNull();
  });
});

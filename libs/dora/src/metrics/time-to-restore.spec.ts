import { describe, expect, it } from '@jest/globals';
import { HOUR, incident, march } from '../facts/facts.fixture.js';
import { timeToRestore } from './time-to-restore.js';

describe('time to restore', () => {
  it('of 1 h and 3 h and one still open: p50 at index floor(0.5·2) = 1, mean 4 h / 2', () => {
    const incidents = [
      incident({ id: 'long', resolvedAt: march(1) + 3 * HOUR }),
      incident({ id: 'open' }),
      incident({ id: 'short', resolvedAt: march(1) + HOUR }),
    ];
    expect(timeToRestore(incidents)).toEqual({
      incidents: 3,
      resolved: 2,
      open: 1,
      p50: 10_800,
      p75: 10_800,
      p90: 10_800,
      mean: 7200,
    });
  });

  it('is not known while everything is open', () => {
    expect(timeToRestore([incident({ id: 'open' })])).toMatchObject({ open: 1, p50: null });
  });
});

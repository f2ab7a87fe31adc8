import { describe, expect, it } from '@jest/globals';
import { HOUR, march, MINUTE } from '../facts/facts.fixture.js';
import { dailyMedians } from './daily-medians.js';

const booked = (seconds: number, at: number, place = 'api') => ({ seconds, at, place });

describe('the medians of each day', () => {
  it('are one value a day, however much is booked on it', () => {
    const busy = [3, 1, 2].map((seconds) => booked(seconds, march(1) + seconds * HOUR));
    const calm = [booked(100, march(2))];
    expect(dailyMedians([...calm, ...busy], 'UTC', 'continuous')).toEqual([100, 2]);
  });

  it('are one value a place', () => {
    const both = [booked(1, march(1), 'api'), booked(5, march(1), 'web')];
    expect(dailyMedians(both, 'UTC', 'continuous')).toEqual([1, 5]);
  });

  it('are by the method asked for', () => {
    const two = [booked(10, march(1)), booked(20, march(1))];
    expect(dailyMedians(two, 'UTC', 'index')).toEqual([20]);
    expect(dailyMedians(two, 'UTC', 'lower')).toEqual([10]);
    expect(dailyMedians(two, 'UTC', 'continuous')).toEqual([15]);
  });

  it('go by local days: 23:30 and 00:30 UTC are one in Berlin', () => {
    const midnight = [booked(1, march(2) - 30 * MINUTE), booked(3, march(2) + 30 * MINUTE)];
    expect(dailyMedians(midnight, 'UTC', 'continuous')).toEqual([1, 3]);
    expect(dailyMedians(midnight, 'Europe/Berlin', 'continuous')).toEqual([2]);
  });

  it('sort by size, not as text', () => {
    const three = [9, 100, 20].map((seconds) => booked(seconds, march(1)));
    expect(dailyMedians(three, 'UTC', 'continuous')).toEqual([20]);
  });

  it('are none where nothing is booked', () => {
    expect(dailyMedians([], 'UTC', 'continuous')).toEqual([]);
  });
});

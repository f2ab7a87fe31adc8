import type { Period } from './periods.js';

/**
 * Remembers what a calendar said of a period, as long as there is that period: the rows of an answer
 * share their few periods, and for a thousand rows a calendar takes longer than all else.
 */
export function oncePerPeriod<Of extends readonly string[], Value>(
  compute: (period: Period, ...of: Of) => Value,
): (period: Period, ...of: Of) => Value {
  const known = new WeakMap<Period, Map<string, Value>>();
  return (period, ...of) => {
    const ofPeriod = known.get(period) ?? new Map<string, Value>();
    known.set(period, ofPeriod);
    const key = of.join(' ');
    const found = ofPeriod.get(key);
    if (found !== undefined) return found;
    const value = compute(period, ...of);
    ofPeriod.set(key, value);
    return value;
  };
}

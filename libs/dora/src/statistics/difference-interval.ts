/** A value with its interval. An end that is not known is null. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The interval of a − b from those of a and of b, which may be lopsided. The method of variance estimates
 * recovery (MOVER): near its lower end the difference varies as a does near its lower and b near its upper
 * end, and what an interval extends to one side tells the variance there:
 * low = (a − b) − √((a − aLow)² + (bHigh − b)²), high = (a − b) + √((aHigh − a)² + (b − bLow)²).
 *
 * Sources: R. G. Newcombe, "Interval estimation for the difference between independent proportions:
 * comparison of eleven methods", Statistics in Medicine 17 (1998), 873–890 (method 10); for any parameter:
 * G. Y. Zou, A. Donner, "Construction of confidence limits about effect measures: A general approach",
 * Statistics in Medicine 27 (2008), 1693–1702.
 */
export function differenceInterval(a: Estimate, b: Estimate): Estimate {
  const value = a.value - b.value;
  return {
    value,
    low:
      a.low === null || b.high === null
        ? null
        : value - Math.hypot(a.value - a.low, b.high - b.value),
    high:
      a.high === null || b.low === null
        ? null
        : value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

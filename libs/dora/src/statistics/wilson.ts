/** A share of n, with the interval that holds the true share 95 times in 100. */
export interface Rate {
  /** null when n is 0: nothing is known, which is not a rate of 0. */
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The Wilson score interval at 95 %. With p̂ = k/n:
 * centre = (p̂ + z²/2n) / (1 + z²/n), half width = z·√(p̂(1−p̂)/n + z²/4n²) / (1 + z²/n).
 * It keeps its promise for small n and rates near 0, where the textbook interval p̂ ± z·√(p̂(1−p̂)/n)
 * does not: 0 failures in 10 deployments still allow a failure rate of 28 %.
 *
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
 * Journal of the American Statistical Association 22 (1927), 209–212.
 */
export function wilson(k: number, n: number): Rate {
  if (n === 0) return { rate: null, low: null, high: null };
  const p = k / n;
  const scale = 1 + Z ** 2 / n;
  const centre = (p + Z ** 2 / (2 * n)) / scale;
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / scale;
  // At the ends the bound is the rate itself; subtraction would leave a rounding error there.
  return { rate: p, low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half };
}

/** Which value stands for a quantile; each is how a tool's own language defines it. */
export type OracleQuantile = 'index' | 'lower' | 'continuous';

/** The value at so many percent of the way; null where there is none. */
export function atPercent(
  values: readonly number[],
  percent: number,
  method: OracleQuantile,
): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  if (last < 0) return null;
  switch (method) {
    case 'index':
      return Number(sorted[Math.floor((percent * sorted.length) / 100)]);
    // max(x) where percent_rank() <= q: what is smaller than x is at most that share of the others.
    case 'lower': {
      const rank = (value: number) => sorted.filter((other) => other < value).length;
      return Math.max(...sorted.filter((value) => rank(value) * 100 <= percent * last));
    }
    // percentile_cont(q): as far between two neighbours as q lies between theirs.
    case 'continuous': {
      const below = Math.floor((percent * last) / 100);
      const [low, high] = [Number(sorted[below]), sorted[below + 1] ?? Number(sorted[below])];
      return low + (high - low) * ((percent * last) / 100 - below);
    }
  }
}

export function spread(values: readonly number[], method: OracleQuantile) {
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    p50: atPercent(values, 50, method),
    p75: atPercent(values, 75, method),
    p90: atPercent(values, 90, method),
    mean: values.length === 0 ? null : sum / values.length,
  };
}

/** The 97.5 % point of the normal distribution. */
export const Z = 1.959963984540054;

/** The share, and the two shares from which it lies 1.96 standard errors away: where (p − p̂)² = z²·p(1 − p)/n. */
export function share(some: number, n: number) {
  if (n === 0 && some === 0) return { rate: null, low: null, high: null };
  const rate = some / Math.max(1, n);
  if (some > n) return { rate, low: null, high: null };
  const z2 = Z ** 2;
  const [a, b, c] = [n + z2, -(2 * n * rate + z2), n * rate ** 2];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  return { rate, low: (-b - root) / (2 * a), high: (-b + root) / (2 * a) };
}

/**
 * Garwood's interval of a count: the expectation that would give so many or more in 2.5 % of cases,
 * and the one that would give so many or fewer in 2.5 %.
 */
export function expectation(count: number): { readonly low: number; readonly high: number } {
  return {
    low: count === 0 ? 0 : whereItFallsTo(0.975, (mean) => atMost(count - 1, mean)),
    high: whereItFallsTo(0.025, (mean) => atMost(count, mean)),
  };
}

/** The chance of at most so many, Σ e^−m·mⁱ/i!, term by term. */
function atMost(count: number, mean: number): number {
  let sum = 0;
  let term = Math.exp(-mean);
  for (let i = 0; i <= count; i += 1) {
    sum += term;
    term *= mean / (i + 1);
  }
  return sum;
}

/** Halves the place where a falling function takes a value until it is found. */
function whereItFallsTo(value: number, falling: (at: number) => number): number {
  let [low, high] = [0, 1];
  while (falling(high) > value) high *= 2;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (falling(middle) > value) low = middle;
    else high = middle;
  }
  return low;
}

export type OracleRounding = 'none' | 'minutes_down' | 'hours_down';

/** Milliseconds in seconds, of which only whole minutes or hours may be counted. */
export function secondsOf(milliseconds: number, rounding: OracleRounding = 'none'): number {
  if (rounding === 'none') return milliseconds / 1000;
  const unit = rounding === 'minutes_down' ? 60 : 3600;
  return Math.trunc(milliseconds / 1000 / unit) * unit;
}

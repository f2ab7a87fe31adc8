/** Draws that are the same in every run: mulberry32 (Tommy Ettinger, public domain), from 0 to below 1. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw whose logarithm is normal (Box–Muller). */
export function lognormal(random: () => number, median: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(sigma * normal);
}

export function exponential(random: () => number, mean: number): number {
  return -mean * Math.log(1 - random());
}

/** The mean of what replications gave, and four of its standard errors: what chance alone allows it to be off. */
export function acrossReplications(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, tolerance: 4 * Math.sqrt(squares / (values.length - 1) / values.length) };
}

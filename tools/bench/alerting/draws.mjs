/** Draws from distributions, each from a source of numbers between 0 and 1. */

export function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export function lognormal(random, median, sigma) {
  return median * Math.exp(sigma * normal(random));
}

export function exponential(random, mean) {
  return -mean * Math.log(1 - random());
}

export function beta(random, a, b) {
  const x = gamma(random, a);
  return x / (x + gamma(random, b));
}

/** G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26 (2000); shape ≥ 1. */
function gamma(random, shape) {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Fisher and Yates. */
export function shuffled(random, all) {
  const mixed = [...all];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}

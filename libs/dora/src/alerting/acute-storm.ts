/** The deployments that are looked at, and how many of them have to have failed at least. */
const WINDOW = { deployments: 5, fewestFailed: 3 };

const LEAST_CHANCE = 0.001;

/**
 * Whether so many of the last five deployments failed that it is worth waking somebody for: three at least,
 * and as many or more would come about by chance in less than one window of 1,000 at the usual rate. Of fewer
 * than five the others are taken to have been clean.
 */
export function isAcuteStorm(lastFive: readonly boolean[], usual: number): boolean {
  const failed = lastFive.filter(Boolean).length;
  return (
    failed >= WINDOW.fewestFailed &&
    chanceOfAtLeast(failed, WINDOW.deployments, usual) < LEAST_CHANCE
  );
}

/** P(X ≥ k) of n trials, each by itself. */
export function chanceOfAtLeast(k: number, n: number, p: number): number {
  let [term, tail] = [(1 - p) ** n, 0];
  for (let failed = 0; failed <= n; failed++) {
    if (failed >= k) tail += term;
    term *= ((n - failed) / (failed + 1)) * (p / (1 - p));
  }
  return tail;
}

/**
 * Where an increasing function reaches `target` between `low` and `high`: halved until no double lies
 * between the two. Slow and sure, for the inverse of a distribution function.
 */
export function bisect(
  increasing: (x: number) => number,
  target: number,
  low: number,
  high: number,
): number {
  const middle = (low + high) / 2;
  if (middle <= low || middle >= high) return middle;
  return increasing(middle) < target
    ? bisect(increasing, target, middle, high)
    : bisect(increasing, target, low, middle);
}

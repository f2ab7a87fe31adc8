/** From here on Stirling's series with four terms is right to 16 digits. */
const STIRLING_FROM = 20;

/**
 * ln Γ(x) for x > 0: Stirling's series, after Γ(x) = Γ(x+1)/x has brought x up to where it holds.
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.11.1 and 5.5.1.
 */
export function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  for (; y < STIRLING_FROM; y += 1) shift += Math.log(y);
  const series = 1 / (12 * y) - 1 / (360 * y ** 3) + 1 / (1260 * y ** 5) - 1 / (1680 * y ** 7);
  return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift;
}

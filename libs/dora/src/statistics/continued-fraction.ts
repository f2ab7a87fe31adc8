/** One more step of b₀ + a₁/(b₁ + a₂/(b₂ + …)). */
export interface FractionStep {
  readonly a: number;
  readonly b: number;
}

const PRECISION = 1e-15;

/** What stands in for a denominator of 0, which the next step cancels. */
const TINY = 1e-300;

/**
 * The value of b₀ + a₁/(b₁ + a₂/(b₂ + …)), to the precision of a double, by Lentz's method: the value is
 * a product of ratios of successive convergents, taken until they are 1.
 *
 * Source: W. J. Lentz, "Generating Bessel functions in Mie scattering calculations using continued
 * fractions", Applied Optics 15 (1976), 668–671, as modified by Thompson and Barnett (1986).
 *
 * @param step gives aᵢ and bᵢ, i ≥ 1, of a fraction that converges
 */
export function continuedFraction(b0: number, step: (i: number) => FractionStep): number {
  let value = b0 || TINY;
  let numerators = value;
  let denominators = 0;
  let ratio = Infinity;
  for (let i = 1; Math.abs(ratio - 1) > PRECISION; i += 1) {
    const { a, b } = step(i);
    denominators = 1 / (b + a * denominators || TINY);
    numerators = b + a / numerators || TINY;
    ratio = numerators * denominators;
    value *= ratio;
  }
  return value;
}

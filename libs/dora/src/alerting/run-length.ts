/**
 * How many deployments it takes on average until a score reaches a threshold that starts at 0, gains
 * `points` with every failure (which has probability p, each by itself) and loses 1 with every other
 * deployment, never below 0: the average run length (ARL), exactly.
 *
 * With Eᵢ the length that is left at a score of i, and q = 1 − p:
 *
 *     Eᵢ = 1 + q·E₍ᵢ₋₁₎ + p·E₍ᵢ₊points₎      E₋₁ means E₀;  Eᵢ = 0 from the threshold on
 *
 * Elimination from below writes Eᵢ as aᵢ + Σⱼ cᵢⱼ·E₍ᵢ₊ⱼ₎ over j from 1 to `points`. The threshold does not
 * occur in a and c, so what was eliminated serves every threshold; and nothing is ever subtracted from
 * another but qc from 1, so no digits are lost however long the run (the idea of W. K. Grassmann,
 * M. I. Taksar, D. P. Heyman, "Regenerative Analysis and Steady State Distributions for Markov Chains",
 * Operations Research 33 (1985), 1107–1116).
 *
 * Source of the chain: D. Brook, D. A. Evans, "An Approach to the Probability Distribution of Cusum Run
 * Length", Biometrika 59 (1972), 539–549.
 */
export class RunLengths {
  private readonly eliminated: { readonly a: number; readonly c: Float64Array }[] = [];

  /**
   * @param p the probability of a failure, above 0 and below 1
   * @param points a whole number, at least 1
   */
  constructor(
    private readonly p: number,
    private readonly points: number,
  ) {}

  /** @param threshold a whole number, at least 1 */
  until(threshold: number): number {
    while (this.eliminated.length < threshold) this.eliminate();
    const left = new Float64Array(threshold);
    for (let i = threshold - 1; i >= 0; i--) {
      const row = this.eliminated[i];
      if (row === undefined) continue;
      let length = row.a;
      for (let j = 1; j <= this.points && i + j < threshold; j++) {
        length += (row.c[j] ?? 0) * (left[i + j] ?? 0);
      }
      left[i] = length;
    }
    return left[0] ?? 0;
  }

  private eliminate(): void {
    const { p, points } = this;
    const q = 1 - p;
    const below = this.eliminated.at(-1);
    const c = new Float64Array(points + 1);
    if (below === undefined) {
      c[points] = 1;
      this.eliminated.push({ a: 1 / p, c });
      return;
    }
    const scale = 1 / (1 - q * (below.c[1] ?? 0));
    for (let j = 1; j < points; j++) c[j] = q * (below.c[j + 1] ?? 0) * scale;
    c[points] = p * scale;
    this.eliminated.push({ a: (1 + q * below.a) * scale, c });
  }
}

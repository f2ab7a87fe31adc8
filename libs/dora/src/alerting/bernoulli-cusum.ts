import { RunLengths } from './run-length.js';

/**
 * A score of failures that a person can keep by hand: every failure adds `points`, every other deployment
 * takes 1, never below 0; at the threshold it is an alert.
 */
export interface CusumDesign {
  /** The change fail rate that is usual, from 0 to 1: one of {@link USUAL_RATES}. */
  readonly usual: number;
  /** The rate that it is built to find soonest. */
  readonly target: number;
  readonly points: number;
  readonly threshold: number;
  /** How many deployments there are on average from one false alarm to the next at the usual rate. */
  readonly runLength: number;
  /** How many it takes on average from 0 to the threshold once failures come at the target rate. */
  readonly delay: number;
}

/**
 * The rates that a design is made for. On a grid, so that there are few designs, each checked and worked out
 * once, and a baseline that moves by a hair moves nothing. What fails less often than 1 % is taken for 1 %:
 * three failures could fire below, months apart. What fails more often than 40 % is taken for 40 %: there
 * is not much room above.
 */
export const USUAL_RATES: readonly number[] = [
  ...steps(100, 400, 25),
  ...steps(450, 1000, 50),
  ...steps(1100, 4000, 100),
].map((hundredthsOfPercent) => hundredthsOfPercent / 10_000);

/** The run lengths, in deployments, between which a design may be asked for. */
export const RUN_LENGTHS = { shortest: 200, longest: 5000 } as const;

/**
 * The Bernoulli CUSUM (E. S. Page, "Continuous Inspection Schemes", Biometrika 41 (1954), 100–115;
 * M. R. Reynolds, Z. G. Stoumbos, "A CUSUM Chart for Monitoring a Proportion When Inspecting Continuously",
 * Journal of Quality Technology 31 (1999), 87–108) in whole points. Of the log-likelihood ratio between the
 * target p₁ and the usual rate p₀ a clean deployment takes −ln((1−p₁)/(1−p₀)), and a failure adds
 * ln(p₁/p₀); in units of the first the two are 1 and m−1 with
 *
 *     γ = −ln((1−p₁)/(1−p₀)) / ln(p₁(1−p₀)/(p₀(1−p₁)))        m = max(2, round(1/γ))
 *
 * The threshold is the smallest whose exact average run length at p₀ is at least the wanted one, and never
 * one that two failures reach.
 *
 * @param usual rounded to the nearest of {@link USUAL_RATES}
 * @param wantedRunLength in deployments; brought between those of {@link RUN_LENGTHS}
 */
export function designCusum(usual: number, wantedRunLength: number): CusumDesign {
  const { shortest, longest } = RUN_LENGTHS;
  const wanted = Math.min(longest, Math.max(shortest, wantedRunLength));
  const designs = designsFor(nearestUsualRate(usual));
  const design = designs.find(({ runLength }) => runLength >= wanted) ?? designs.at(-1);
  if (design === undefined) throw new RangeError(`no design for a usual rate of ${usual}`);
  return design;
}

/** Every design there is, by usual rate and threshold. */
export function everyDesign(): readonly CusumDesign[] {
  return USUAL_RATES.flatMap((usual) =>
    designsFor(usual).filter(({ runLength }) => runLength >= RUN_LENGTHS.shortest),
  );
}

/**
 * Three times the usual rate. Where that comes near to 1, or beyond it, half the way from the usual rate
 * to 1: from 20 % on.
 */
function targetOf(usual: number): number {
  return Math.min(3 * usual, (1 + usual) / 2);
}

function nearestUsualRate(rate: number): number {
  return USUAL_RATES.reduce((nearest, other) =>
    Math.abs(other - rate) < Math.abs(nearest - rate) ? other : nearest,
  );
}

const cache = new Map<number, readonly CusumDesign[]>();

/** By threshold, up to the first whose run length is the longest that may be asked for. */
function designsFor(usual: number): readonly CusumDesign[] {
  const known = cache.get(usual);
  if (known !== undefined) return known;
  const target = targetOf(usual);
  const logOdds = Math.log((target * (1 - usual)) / (usual * (1 - target)));
  const gamma = -Math.log((1 - target) / (1 - usual)) / logOdds;
  const points = Math.max(2, Math.round(1 / gamma)) - 1;
  const [lengths, delays] = [new RunLengths(usual, points), new RunLengths(target, points)];
  const designs: CusumDesign[] = [];
  // One more than two failures add.
  for (let threshold = 2 * points + 1; ; threshold++) {
    const runLength = lengths.until(threshold);
    const delay = delays.until(threshold);
    designs.push({ usual, target, points, threshold, runLength, delay });
    if (runLength >= RUN_LENGTHS.longest) break;
  }
  cache.set(usual, designs);
  return designs;
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, index) => from + index * by);
}

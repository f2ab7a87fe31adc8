/** One thing that lasts: an incident, a failure, a commit on its way to production. */
export interface Observation {
  /** How long it has lasted, in seconds. Below 0 where the clock that started it ran ahead. */
  readonly seconds: number;
  /** true: it ended after `seconds`. false: it was still going on after `seconds`, and counts as longer than that. */
  readonly ended: boolean;
}

/**
 * How long things last when some have not ended yet. A quantile is null when too many are still going
 * on to know it: p90 is null while more than 10 % may outlast everything seen. Durations in seconds.
 */
export interface KaplanMeier {
  readonly n: number;
  readonly ended: number;
  readonly open: number;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  /** The 95 % interval of the median. An end that the observations do not reach is null. */
  readonly p50Low: number | null;
  readonly p50High: number | null;
}

/** A point where the curve falls, with what is needed to say how sure it is. */
interface Step {
  readonly seconds: number;
  /** S(t): the estimated share that lasts longer than `seconds`. */
  readonly survival: number;
  /** Greenwood's sum Σ dᵢ/(nᵢ(nᵢ−dᵢ)): the variance of ln S(t). Infinite once S(t) is 0. */
  readonly logVariance: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * What S(t) may exceed 1−q by and still count as having reached it: the factors of the product are
 * rounded, and 9/10·8/9·…·5/6 need not be 0.5. It is far below 1/n, the least by which a curve falls.
 */
const TOLERANCE = 1e-9;

/**
 * The product-limit estimate S(t) = Π(1 − dᵢ/nᵢ) over the times at which something ended, where dᵢ ended
 * at tᵢ and nᵢ had lasted at least until tᵢ (so that what was last seen at tᵢ still counts there). The
 * quantile q is min{t : S(t) ≤ 1−q}; without open observations that is the ⌈q·n⌉-th smallest.
 *
 * Leaving the open ones out instead makes a team look faster the more it leaves undone: only the short
 * ones among the recent can have ended.
 *
 * Sources: E. L. Kaplan, P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of
 * the American Statistical Association 53 (1958), 457–481; the interval of the median: R. Brookmeyer,
 * J. Crowley, "A Confidence Interval for the Median Survival Time", Biometrics 38 (1982), 29–41, on the
 * log(−log) scale of J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of Failure Time Data".
 */
export function kaplanMeier(observations: readonly Observation[]): KaplanMeier {
  const steps = curve(observations);
  const ended = observations.filter((observation) => observation.ended).length;
  const firstWhere = (holds: (step: Step) => boolean) => steps.find(holds)?.seconds ?? null;
  const quantile = (q: number) => firstWhere(({ survival }) => survival <= 1 - q + TOLERANCE);
  return {
    n: observations.length,
    ended,
    open: observations.length - ended,
    p50: quantile(0.5),
    p75: quantile(0.75),
    p90: quantile(0.9),
    p50Low: firstWhere((step) => fallPastHalf(step) >= -Z),
    p50High: firstWhere((step) => fallPastHalf(step) > Z),
  };
}

function curve(observations: readonly Observation[]): Step[] {
  const sorted = [...observations].sort((a, b) => a.seconds - b.seconds);
  const steps: Step[] = [];
  let survival = 1;
  let logVariance = 0;
  for (let start = 0; start < sorted.length;) {
    const seconds = sorted[start]?.seconds ?? 0;
    let next = start;
    let ends = 0;
    for (; sorted[next]?.seconds === seconds; next += 1) if (sorted[next]?.ended) ends += 1;
    if (ends > 0) {
      const lasting = sorted.length - start;
      survival *= (lasting - ends) / lasting;
      logVariance += ends / (lasting * (lasting - ends));
      steps.push({ seconds, survival, logVariance });
    }
    start = next;
  }
  return steps;
}

/**
 * How many standard errors the curve has fallen below one half, on the scale log(−log S): negative while
 * more than half last longer. Greenwood's variance becomes logVariance / (ln S)² on that scale. Where S is
 * 0 the variance is infinite and this is NaN: the last observation of all can close no interval.
 */
function fallPastHalf({ survival, logVariance }: Step): number {
  const cumulativeHazard = -Math.log(survival);
  const standardError = Math.sqrt(logVariance) / cumulativeHazard;
  return Math.log(cumulativeHazard / Math.LN2) / standardError;
}

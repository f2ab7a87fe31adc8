import { Z } from './statistics.js';

/** How long something lasted, or has lasted so far. */
export interface Lasting {
  readonly seconds: number;
  readonly ended: boolean;
}

/**
 * How long things last when some have not ended: at each time at which some ended, the share that
 * lasts longer falls by those that ended out of those that had lasted until then. The share is kept
 * as a fraction, so it is exactly a half where it is a half.
 */
export function kaplanMeier(things: readonly Lasting[]) {
  const times = [...new Set(things.filter(({ ended }) => ended).map(({ seconds }) => seconds))];
  let [left, of] = [1n, 1n];
  let greenwood = 0;
  const steps = times
    .sort((a, b) => a - b)
    .map((seconds) => {
      const lasting = things.filter((one) => one.seconds >= seconds).length;
      const ends = things.filter((one) => one.ended && one.seconds === seconds).length;
      left *= BigInt(lasting - ends);
      of *= BigInt(lasting);
      greenwood += ends / (lasting * (lasting - ends));
      return { seconds, left, of, ...band(Number((left * 10n ** 18n) / of) / 1e18, greenwood) };
    });
  /** The first time that no more than so many percent outlast. */
  const outlastedBy = (percent: bigint) =>
    steps.find((step) => step.left * 100n <= step.of * percent)?.seconds ?? null;
  const ended = things.filter((one) => one.ended).length;
  return {
    n: things.length,
    ended,
    open: things.length - ended,
    p50: outlastedBy(50n),
    p75: outlastedBy(25n),
    p90: outlastedBy(10n),
    // Brookmeyer and Crowley: the times at which the band has a half in it.
    p50Low: steps.find(({ low }) => low <= 0.5)?.seconds ?? null,
    p50High: steps.find(({ high }) => high < 0.5)?.seconds ?? null,
  };
}

/** The 95 % band of a share that lasts longer, even on the scale of log(−log): S^exp(±z·√V / ln S). */
function band(
  survival: number,
  greenwood: number,
): { readonly low: number; readonly high: number } {
  // The last to end leaves nobody to say how sure that is.
  if (survival === 0) return { low: 1, high: 1 };
  const error = Math.sqrt(greenwood) / -Math.log(survival);
  return { low: survival ** Math.exp(Z * error), high: survival ** Math.exp(-Z * error) };
}

import type { Rate } from '../statistics/wilson.js';

/** What stands where nothing can be known: never a zero. */
export const UNKNOWN_IN_WORDS = '–';

const UNITS = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/** The two largest units, rounded to the second of them: `2 d 3 h`, `1 h 30 min`, `45 s`. */
export function durationInWords(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return UNKNOWN_IN_WORDS;
  if (seconds < 0) return `−${durationInWords(-seconds)}`;
  // What its own unit would round up to a whole larger one is said in the larger: 59 min 59.7 s is 1 h.
  const large = UNITS.findIndex(
    (unit, index) => roundTo(seconds, UNITS[index + 2]) >= unit.seconds,
  );
  const [unit, next] = [UNITS[large], UNITS[large + 1]];
  if (unit === undefined || next === undefined) return `${Math.round(seconds)} s`;
  const rounded = roundTo(seconds, next);
  const whole = `${Math.floor(rounded / unit.seconds)} ${unit.name}`;
  const rest = (rounded % unit.seconds) / next.seconds;
  return rest === 0 ? whole : `${whole} ${rest} ${next.name}`;
}

function roundTo(seconds: number, unit: (typeof UNITS)[number] | undefined): number {
  const step = unit?.seconds ?? 1;
  return Math.round(seconds / step) * step;
}

/** A rate, and of how many it is: null where that is not known. */
export interface RateOfDeployments extends Rate {
  readonly deployments: number | null;
}

/** The rate, of how many, and its 95 % interval: `16.7 % of 12`, `(4.7–44.8 %)`. */
export function rateInWords({
  rate,
  low,
  high,
  deployments,
}: RateOfDeployments): readonly string[] {
  if (rate === null) return [UNKNOWN_IN_WORDS];
  const value = `${percentInWords(rate)} % of ${numberInWords(deployments)}`;
  return low === null || high === null
    ? [value]
    : [value, `(${percentInWords(low)}–${percentInWords(high)} %)`];
}

export function numberInWords(value: number | null | undefined): string {
  return value === null || value === undefined ? UNKNOWN_IN_WORDS : value.toLocaleString('en-GB');
}

/** How often, in the unit that a person would say it in. */
export function frequencyInWords(perDay: number | null): string {
  if (perDay === null) return UNKNOWN_IN_WORDS;
  if (perDay === 0) return 'none';
  const { days, name } = rhythmOf(perDay);
  return `${(perDay * days).toFixed(1)} ${name}`;
}

/** The interval of a frequency, in the unit that the frequency itself is said in: `2.3–5.3 a day`. */
export function frequencyIntervalInWords(perDay: number, low: number, high: number): string {
  const { days, name } = rhythmOf(perDay === 0 ? high : perDay);
  return `${(low * days).toFixed(1)}–${(high * days).toFixed(1)} ${name}`;
}

function rhythmOf(perDay: number): { readonly days: number; readonly name: string } {
  if (perDay >= 1) return { days: 1, name: 'a day' };
  return perDay >= 1 / 7 ? { days: 7, name: 'a week' } : { days: 30, name: 'in 30 days' };
}

/** A share of 1 in percent, without the sign: `16.7`. */
export function percentInWords(share: number): string {
  return (share * 100).toFixed(1);
}

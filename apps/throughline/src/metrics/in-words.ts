/** What stands where nothing can be known: never a zero. */
export const UNKNOWN = '–';

const UNITS = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/** The two largest units, rounded to the second of them: `2 d 3 h`, `1 h 30 min`, `45 s`. */
export function durationInWords(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return UNKNOWN;
  if (seconds < 0) return `−${durationInWords(-seconds)}`;
  const large = UNITS.findIndex((unit) => roundTo(seconds, unit.seconds) >= unit.seconds);
  const unit = UNITS[large];
  if (unit === undefined) return '0 s';
  const next = UNITS[large + 1];
  if (next === undefined) return `${Math.round(seconds)} s`;
  // Rounded before it is split: 59 min 40 s is 1 h and not 60 min.
  const rounded = roundTo(seconds, next.seconds);
  const rest = Math.round((rounded % unit.seconds) / next.seconds);
  const whole = `${Math.floor(rounded / unit.seconds)} ${unit.name}`;
  return rest === 0 ? whole : `${whole} ${rest} ${next.name}`;
}

function roundTo(seconds: number, step: number): number {
  const next = UNITS[UNITS.findIndex((unit) => unit.seconds === step) + 1]?.seconds ?? 1;
  return Math.round(seconds / next) * next;
}

export interface Rate {
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly deployments: number | null;
}

/** The rate, of how many, and its 95 % interval: `16.7 % of 12`, `(4.7–44.8 %)`. */
export function rateInWords({ rate, low, high, deployments }: Rate): readonly string[] {
  if (rate === null) return [UNKNOWN];
  const value = `${percent(rate)} % of ${numberInWords(deployments)}`;
  return low === null || high === null ? [value] : [value, `(${percent(low)}–${percent(high)} %)`];
}

export function numberInWords(value: number | null | undefined): string {
  return value === null || value === undefined ? UNKNOWN : value.toLocaleString('en-GB');
}

/** How often, in the unit that a person would say it in. */
export function frequencyInWords(perDay: number | null): string {
  if (perDay === null) return UNKNOWN;
  if (perDay === 0) return 'none';
  const [times, period] =
    perDay >= 1
      ? [perDay, 'day']
      : perDay >= 1 / 7
        ? [perDay * 7, 'week']
        : [perDay * 30, '30 days'];
  return `${times.toFixed(1)} a ${period}`.replace('a 30', 'in 30');
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

import { durationInWords, type EvidenceNumber, type StripItem } from '@throughline/dora';

type Unit = EvidenceNumber['unit'];

/** A number with its unit, and its interval where it has one: `38 % (31 % to 45 %)`. */
export function evidenceInWords({ value, unit, low, high }: EvidenceNumber): string {
  const said = valueInWords(value, unit);
  return low === undefined || high === undefined
    ? said
    : `${said} (${valueInWords(low, unit)} to ${valueInWords(high, unit)})`;
}

function valueInWords(value: number, unit: Unit): string {
  switch (unit) {
    case 'share':
      return `${decimal(value * 100, 1)} %`;
    case 'seconds':
      return durationInWords(value);
    case 'per_year':
      return `${decimal(value, 2)} a year`;
    case 'ratio':
      return `×${decimal(value, 2)}`;
    case 'points':
    case 'count':
      return decimal(value, 2);
  }
}

function decimal(value: number, digits: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}

/** `○○●○●  2 of 5 deployments failed (●), oldest first` */
export function stripInWords(deployments: readonly StripItem[]): string | undefined {
  if (deployments.length === 0) return undefined;
  const drawn = deployments.map(({ failed }) => (failed ? '●' : '○')).join('');
  const failures = deployments.filter(({ failed }) => failed).length;
  return `${drawn}  ${failures} of ${deployments.length} deployments failed (●), oldest first`;
}

/** `2026-11-20 14:03 UTC` */
export function momentInWords(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

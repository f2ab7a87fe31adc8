import { type EvidenceNumber, evidenceValueInWords, type StripItem } from '@throughline/dora';

/** A number with its unit, and its interval where it has one: `38 % (31 % to 45 %)`. */
export function evidenceInWords({ value, unit, low, high }: EvidenceNumber): string {
  const said = evidenceValueInWords(value, unit);
  return low === undefined || high === undefined
    ? said
    : `${said} (${evidenceValueInWords(low, unit)} to ${evidenceValueInWords(high, unit)})`;
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

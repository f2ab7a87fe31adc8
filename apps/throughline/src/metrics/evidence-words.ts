import { evidenceValueInWords } from '@throughline/dora';
import type { AlertDetail } from '../answers/alert-list.js';

type EvidenceNumber = AlertDetail['evidence']['numbers'][number];

/** `usual change fail rate: 6.7 % (3.1 % to 12 %)` */
export function evidenceInWords({ label, value, unit, low, high }: EvidenceNumber): string {
  const inWords = (one: number) => evidenceValueInWords(one, unit);
  const interval = low === null || high === null ? '' : ` (${inWords(low)} to ${inWords(high)})`;
  return `${label}: ${inWords(value)}${interval}`;
}

import type { EvidenceNumber } from '../alerting/alert.js';
import { durationInWords } from './in-words.js';

/** A number of an alert's evidence, with its unit: `38 %`, `1 h 30 min`, `0.12 a year`, `×3.4`. */
export function evidenceValueInWords(value: number, unit: EvidenceNumber['unit']): string {
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

import type { AlertDetail } from '@throughline/api-client';
import { durationInWords, numberInWords } from '@throughline/dora';
import { percentInWords, rangeInWords } from '../../words/numbers.js';

type EvidenceNumber = AlertDetail['evidence']['numbers'][number];

const IN_WORDS: Readonly<Record<EvidenceNumber['unit'], (value: number) => string>> = {
  share: percentInWords,
  seconds: durationInWords,
  count: (value) => numberInWords(Math.round(value)),
  points: (value) => numberInWords(Math.round(value * 100) / 100),
  per_year: (value) => `${numberInWords(Math.round(value * 10) / 10)} a year`,
  ratio: (value) => `×${value.toFixed(1)}`,
};

/** A number that an alert rests on: `6.7 %`, between `3.1–12.4 %`; the interval is empty where it is no estimate. */
export function evidenceInWords({ value, unit, low, high }: EvidenceNumber) {
  const inWords = IN_WORDS[unit];
  return { value: inWords(value), interval: rangeInWords(low, high, inWords) };
}

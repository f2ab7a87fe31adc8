import { numberInWords } from '@throughline/dora';

/** `1 deployment`, `1,204 deployments`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberInWords(count)} ${count === 1 ? one : many}`;
}

/** `7.1 %`; of small shares two digits are kept. */
export function percentInWords(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** `5.1–9.8 %`: a unit that both ends have is said once. */
export function rangeInWords(
  low: number | null,
  high: number | null,
  inWords: (value: number) => string,
): string {
  if (low === null || high === null) return '';
  const [from, to] = [inWords(low), inWords(high)];
  const unit = / \D+$/.exec(to)?.[0];
  return unit !== undefined && from.endsWith(unit)
    ? `${from.slice(0, -unit.length)}–${to}`
    : `${from} – ${to}`;
}

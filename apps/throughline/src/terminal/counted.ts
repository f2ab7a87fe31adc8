import { numberInWords } from '@throughline/dora';

/** `1 commit`, `1,200 commits`. */
export function counted(count: number, thing: string): string {
  return `${numberInWords(count)} ${thing}${count === 1 ? '' : 's'}`;
}

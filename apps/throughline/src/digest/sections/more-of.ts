import { numberInWords } from '@throughline/dora';
import type { DigestView } from '../digest-view.js';
import type { Block } from '../document.js';

/** How much of a list was left out, and where all of it is. */
export function moreOf(more: number, path: string, { links }: DigestView): Block[] {
  if (more <= 0) return [];
  const content = [`${numberInWords(more)} more: `, links.page('see them all', path)];
  return [{ kind: 'paragraph', content }];
}

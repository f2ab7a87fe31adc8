/**
 * Makes text that people wrote elsewhere fit our rules for text. A strange title must not cost the
 * event it stands on: what we cannot keep is replaced, what is too long is cut.
 */

type Text = string | null | undefined;

const CONTROL = /\p{Cc}+/gu;

/** A name on one line, `undefined` when nothing of it is left. */
export function tidyName(text: Text, maximum: number): string | undefined {
  const name = tidy(text?.replace(CONTROL, ' ').trim(), maximum)?.trim();
  return name === '' ? undefined : name;
}

/** Prose, which may have line breaks. */
export function tidyProse(text: Text, maximum: number): string | undefined {
  return tidy(text?.replaceAll('\u0000', '\ufffd'), maximum);
}

/** Cuts before mending: the cut may go through a pair of surrogates. */
function tidy(text: Text, maximum: number): string | undefined {
  return text?.slice(0, maximum).toWellFormed();
}

/** Up to 100 labels, the most an event carries. */
export function tidyLabels(names: readonly Text[]): string[] {
  const labels = names.map((name) => tidyName(name, 200)).filter((name) => name !== undefined);
  return [...new Set(labels)].slice(0, 100);
}

/** A link that a page may show; providers also send empty text or addresses of their own schemes. */
export function webLink(text: Text): string | undefined {
  const link = text?.toWellFormed();
  if (link === undefined || link.length > 2048) return undefined;
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(link) ? link : undefined;
}

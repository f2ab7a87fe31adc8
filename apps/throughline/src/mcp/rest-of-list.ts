/** A part of a list, and what was left out of it. */
export interface Part<Item> {
  readonly items: Item[];
  /** How many come after these. */
  readonly more: number;
}

/** A model's context is small: it is shown a part, told how much more there is, and how to get it. */
export function partOf<Item>(
  all: readonly Item[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Part<Item> {
  const items = all.slice(offset, offset + limit);
  return { items, more: Math.max(0, all.length - offset - items.length) };
}

/** How to get the rest, in words; nothing where that was all. */
export function restInWords(more: number, next: number): readonly string[] {
  return more === 0
    ? []
    : [`${more} more: ask again with offset ${next}, or narrow it down with a filter.`];
}

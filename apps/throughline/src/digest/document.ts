/**
 * What a digest says, whatever it is written in. Every text in it is plain: names and titles that
 * events brought stand in it as they are, and whoever writes it out escapes all of it.
 */
export interface Document {
  readonly title: string;
  readonly subtitle: readonly Inline[];
  readonly sections: readonly Section[];
  readonly footnotes: readonly string[];
}

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly Row[] };

export type Row = readonly Cell[];

/** Lines below each other; the first is what the cell is about. */
export type Cell = readonly (readonly Inline[])[];

/** A text, or one that leads somewhere. */
export type Inline = string | Link;

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** A table’s cell of one line. */
export function cell(...content: readonly Inline[]): Cell {
  return [content];
}

/**
 * A link to an address that an event brought, if it is one for a browser: `javascript:` and the like
 * stay plain text.
 */
export function linkTo(text: string, url: string | null): Inline {
  if (url === null || !URL.canParse(url)) return text;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? { text, url: href } : text;
}

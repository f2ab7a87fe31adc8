import { invalidQuery } from '@throughline/service-kit';
import { z } from 'zod';

/** Items of a page when nobody asks for another number. */
export const DEFAULT_LIMIT = 100;
const MOST = 1000;

/** The parameters of a list that is read page by page. */
export const pagingParameters = {
  limit: z.coerce
    .number({ error: 'is not a number' })
    .int()
    .min(1, `must be from 1 to ${MOST}`)
    .max(MOST, `must be from 1 to ${MOST}`)
    .default(DEFAULT_LIMIT)
    .meta({ description: `Items a page, at most ${MOST}.` }),
  cursor: z.string().max(4096).optional().meta({ description: '`nextCursor` of the page before.' }),
};

/** A page of items, as answers have it. */
export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('null on the last page.'),
  });

export interface Page<Item> {
  readonly items: readonly Item[];
  /** null on the last page. */
  readonly nextCursor: string | null;
}

/** After everything: what a first page begins behind. */
export const BEHIND_ALL = { number: Number.MAX_SAFE_INTEGER, text: '\u{10ffff}' } as const;

/** Where a page ends, as the text that begins the next one. */
export function writeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws ProblemError TL_INVALID_QUERY when it is none of ours */
export function readCursor<Position extends z.ZodType>(
  cursor: string | undefined,
  position: Position,
): z.output<Position> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = position.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (parsed.success) return parsed.data;
  throw invalidQuery([
    { path: 'cursor', message: 'is not a cursor of this list: begin without one' },
  ]);
}

/**
 * A page from one row more than it holds: the extra row tells whether there is another page.
 *
 * @param positionOf where in the list a row stands
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  positionOf: (row: Row) => readonly (string | number)[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor(positionOf(last)) : null,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

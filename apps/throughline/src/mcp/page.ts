import { z } from 'zod';

/** Pages as the platform's lists have them. */
export const pageInput = (most: number, usual: number) => ({
  limit: z.int().min(1).max(most).default(usual).describe('At most so many.'),
  cursor: z.string().optional().describe('nextCursor of the answer before, for what follows it.'),
});

/** How to get the next page, in words. */
export function pageInWords(nextCursor: string | null): readonly string[] {
  return nextCursor === null
    ? []
    : ['There are more: ask again with this answer’s nextCursor as cursor, or a narrower filter.'];
}

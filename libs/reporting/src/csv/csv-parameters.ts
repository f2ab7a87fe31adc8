import { z } from 'zod';
import { DEFAULT_LIMIT, pagingParameters } from '../paging/paging.js';

/** What every address takes that answers CSV too. */
export const csvParameters = {
  format: z.enum(['json', 'csv']).default('json'),
  bom: z.stringbool({ error: 'must be true or false' }).default(false).meta({
    type: 'boolean',
    description:
      'Begin CSV with a byte order mark: without one Excel takes UTF-8 for the characters of the machine’s own language.',
  }),
};

/** What CSV begins with, before its head: most programs would take the mark for a part of that. */
export function csvBegin({ bom }: { readonly bom: boolean }): string {
  return bom ? '\u{feff}' : '';
}

/** What a list takes that answers CSV too. */
export const exportParameters = {
  ...csvParameters,
  limit: pagingParameters.limit
    .unwrap()
    .optional()
    .meta({
      description:
        `Items a page, at most 1000. Default: ${DEFAULT_LIMIT}; in CSV, which has no pages: every item ` +
        'of the window, from the cursor on.',
    }),
};

/** What of a list's question says how it is answered. */
export interface ExportQuestion {
  readonly format: 'json' | 'csv';
  readonly bom: boolean;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

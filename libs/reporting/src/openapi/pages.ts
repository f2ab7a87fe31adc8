import { jsonAnswer } from '@throughline/service-kit';
import { z } from 'zod';
import { pageSchema } from '../paging/paging.js';

/** The answer of a list that is read page by page. */
export function pages(of: string, item: z.ZodType) {
  return jsonAnswer('200', `A page of ${of}.`, pageSchema(item));
}

/** The answer of a list that can be had as one file too. */
export function pagesOrCsv(of: string, item: z.ZodType) {
  return {
    '200': {
      description: `A page of ${of}; in CSV all of them.`,
      content: {
        'application/json': { schema: pageSchema(item) },
        'text/csv': {
          schema: z
            .string()
            .describe('A line an item, a column a value, named as the path to it in JSON.'),
        },
      },
    },
  };
}

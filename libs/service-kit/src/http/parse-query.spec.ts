import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ProblemError } from '../errors/problem-error.js';
import { parseQuery } from './parse-query.js';

const schema = z.strictObject({
  from: z.iso.date('is not a date').optional(),
  interval: z.enum(['none', 'day'], 'is neither none nor day').default('none'),
});

describe('a query', () => {
  it('is parsed', () => {
    expect(parseQuery(schema, { from: '2026-01-31' })).toEqual({
      from: '2026-01-31',
      interval: 'none',
    });
  });

  it('that is wrong is refused with every fault, a misspelt parameter with the right one', () => {
    let thrown: unknown;
    try {
      parseQuery(schema, { from: 'yesterday', intervall: 'day' });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(thrown).toMatchObject({
      code: 'TL_INVALID_QUERY',
      extras: {
        faults: [
          { path: 'from', message: 'is not a date' },
          {
            path: 'intervall',
            message: 'is not a parameter here',
            hint: 'did you mean "interval"?',
          },
        ],
      },
    });
  });
});

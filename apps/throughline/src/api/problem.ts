import { z } from 'zod';

/** An answer that says no, after RFC 9457; only what we show of it. */
export const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  faults: z
    .array(
      z.object({
        index: z.int().optional(),
        path: z.string().default(''),
        code: z.string().default(''),
        message: z.string(),
      }),
    )
    .default([]),
});

export type Problem = z.output<typeof problemSchema>;

/** Reads a refused request's body; a proxy in between answers with something else than a problem. */
export function readProblem(body: string): Problem {
  try {
    return problemSchema.parse(JSON.parse(body));
  } catch {
    return { faults: [] };
  }
}

import { z } from 'zod';

/** As every payload about a repository carries it. */
export const repository = z.object({ full_name: z.string() });

export const user = z.object({ login: z.string() }).nullish();

export const labels = z.array(z.object({ name: z.string() })).nullish();

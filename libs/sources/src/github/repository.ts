import { z } from 'zod';
import { tidyName } from '../tidy.js';

/** As every payload about a repository carries it. */
export const repository = z.object({
  name: z.string().describe('Without the owner: the service, as long as nobody says otherwise.'),
  full_name: z.string(),
});

type Repository = z.output<typeof repository>;

/** The service that a repository stands for. */
export function serviceOf({ name }: Repository): string | undefined {
  return tidyName(name, 200);
}

export const user = z.object({ login: z.string() }).nullish();

export const labels = z.array(z.object({ name: z.string() })).nullish();

import { z } from 'zod';

/** `acme/shop`: the workspace and the slug of the repository. */
export const repository = z.object({ full_name: z.string() });

/** Nobody is named by Bitbucket since 2019; these ids stay the same. */
export const account = z
  .object({ account_id: z.string().nullish(), uuid: z.string().nullish() })
  .nullish();

export function idOf(person: z.output<typeof account>): string | undefined {
  return person?.account_id ?? person?.uuid ?? undefined;
}

import { z } from 'zod';

export const repository = z.object({
  slug: z.string(),
  project: z.object({ key: z.string() }),
});

/** `shop/checkout`: as in the address that it is cloned from by SSH, which is in lower case. */
export function pathOf({ project, slug }: z.output<typeof repository>): string {
  return `${project.key}/${slug}`.toLowerCase();
}

export const person = z
  .object({ emailAddress: z.string().nullish(), name: z.string().nullish() })
  .nullish();

export function nameOf(someone: z.output<typeof person>): string | undefined {
  return someone?.emailAddress ?? someone?.name ?? undefined;
}

/** `2026-03-01T12:00:00+1100`: to RFC 3339 the offset lacks its colon. */
export const date = z.string().transform((text) => text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));

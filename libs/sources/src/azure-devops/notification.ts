import { z } from 'zod';

/** A time; of what has not been yet, Azure DevOps writes the first second of the year 1. */
export const time = z
  .string()
  .nullish()
  .transform((value) => (value && !value.startsWith('0001-') ? value : undefined));

/**
 * What every service hook carries around its resource.
 * https://learn.microsoft.com/azure/devops/service-hooks/events
 */
export function notification<Resource extends z.ZodType>(resource: Resource) {
  return z.object({
    /** When it happened: what is true of the resource was true then. */
    createdDate: z.string(),
    resourceContainers: z
      .object({ project: z.object({ name: z.string().nullish() }).nullish() })
      .nullish(),
    resource,
  });
}

/** Of a person the unique name, as commits have it: an address mostly. */
export const identity = z.object({ uniqueName: z.string().nullish(), id: z.string().nullish() });

export function actorOf(person: z.output<typeof identity> | null | undefined): string | undefined {
  return person?.uniqueName ?? person?.id ?? undefined;
}

export const links = z
  .object({
    web: z.object({ href: z.string().nullish() }).nullish(),
    html: z.object({ href: z.string().nullish() }).nullish(),
  })
  .nullish();

import { z } from 'zod';

/** As nearly every payload about a project carries it. */
export const project = z.object({
  name: z.string().nullish(),
  path_with_namespace: z.string(),
  default_branch: z.string().nullish(),
});

export const user = z.object({ id: z.int().nullish(), username: z.string().nullish() }).nullish();

/** Of the author of a merge request only a number is told, so everybody goes by it. */
export function idOf(user: number | null | undefined): string | undefined {
  return typeof user === 'number' ? `gitlab:${user}` : undefined;
}

/** A job's environment, and what the job does to it: `start`, `stop`, `prepare`, `verify`, `access`. */
export const environment = z
  .object({
    name: z.string(),
    action: z.string().nullish(),
    deployment_tier: z.string().nullish(),
  })
  .nullish();

/** The branch or the tag that something ran for. */
export function refOf(ref: string | null | undefined, isTag: boolean | null | undefined) {
  return isTag ? { tag: ref } : { branch: ref };
}

/** By its name or, for rules that know only what it is for, its tier. */
export function namesOfEnvironment(name: string, tier: string | null | undefined): string[] {
  return tier ? [name, tier] : [name];
}

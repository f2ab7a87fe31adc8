import { z } from 'zod';

/** As every payload about a project carries it. */
export const project = z.object({ path_with_namespace: z.string() });

export const labels = z.array(z.object({ title: z.string() })).nullish();

type Labels = z.output<typeof labels>;

export function titlesOf(labels: Labels): readonly string[] {
  return (labels ?? []).map(({ title }) => title);
}

/** `group/shop`: what GitLab's addresses, and ours, call the repository. */
export function repositoryOf({ path_with_namespace: path }: z.output<typeof project>): string {
  return path;
}

/** A branch or a tag: what a pipeline ran for. */
export function refOf({ ref, tag }: { readonly ref?: string | null; readonly tag?: boolean | null }) {
  return tag === true ? { tag: ref } : { branch: ref };
}

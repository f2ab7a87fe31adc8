const [HEADS, TAGS] = ['refs/heads/', 'refs/tags/'];

/** The branch or the tag that `refs/heads/main` or `refs/tags/v1` names. */
export function namedBy(ref: string | null | undefined): { branch?: string; tag?: string } {
  if (ref?.startsWith(HEADS)) return { branch: ref.slice(HEADS.length) };
  if (ref?.startsWith(TAGS)) return { tag: ref.slice(TAGS.length) };
  return {};
}

/** Builds also come of subversion and of TFVC, whose versions are no hashes. */
export function shaOf(version: string | null | undefined): string | undefined {
  return version && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(version) ? version : undefined;
}

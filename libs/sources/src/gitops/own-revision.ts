import { normaliseRepository } from '@throughline/events';
import { isCommitHash } from '../drop-in/commit-hash.js';
import type { Mapping } from '../mapping/mapping.js';

export interface Synced {
  readonly repository: string;
  readonly revision: string;
}

/**
 * The commit that was deployed, where a GitOps tool says which one it synchronised. Mostly that is one
 * of a repository of manifests, which says nothing of the code: what was deployed is told by the
 * images. Only if the catalogue says that the service lives in that very repository is it the service's.
 */
export function ownRevision(
  { services }: Mapping,
  name: string | undefined,
  synced: readonly Synced[],
): { readonly repository: string; readonly sha: string } | undefined {
  const home = services.find((service) => service.name === name)?.repository;
  const own = synced.find(
    ({ repository, revision }) =>
      isCommitHash(revision) && normaliseRepository(repository) === home,
  );
  return own && { repository: own.repository, sha: own.revision };
}

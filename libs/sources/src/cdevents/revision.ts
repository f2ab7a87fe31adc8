import type { CustomData } from './custom-data.js';
import { type Revision, revisionOfPackage } from './package-url.js';

/** The commit an event is about: what the sender says; what the package says of itself, otherwise. */
export function revisionOf(
  { commitSha, repositoryUrl }: CustomData,
  artifact: string | null | undefined,
): Partial<Revision> {
  if (commitSha !== undefined) return { repository: repositoryUrl, sha: commitSha };
  return (artifact && revisionOfPackage(artifact)) || { repository: repositoryUrl };
}

import { PackageURL } from 'packageurl-js';
import { isCommitHash } from '../drop-in/commit-hash.js';

/** What a package was built from. */
export interface Revision {
  readonly repository: string | undefined;
  readonly sha: string;
}

/** Packages that are repositories, whose version may be a commit. */
const REPOSITORIES = new Set(['github', 'gitlab', 'bitbucket', 'golang']);

/**
 * `git+https://host/owner/name.git@sha`: what the qualifier `vcs_url` carries, as SPDX writes it. A
 * plus that was not encoded is read as a space.
 */
const VCS_URL = /^(?:[a-z]+[+ ])?(?<repository>[a-z]+:\/\/.+)@(?<sha>[0-9a-f]+)(?:#.*)?$/i;

/** The commit that a package URL names itself, if it does; https://github.com/package-url/purl-spec. */
export function revisionOfPackage(artifact: string): Revision | undefined {
  const purl = readPackage(artifact);
  if (purl === undefined) return undefined;
  const { type, namespace, name, version, qualifiers } = purl;
  const { repository, sha = '' } = VCS_URL.exec(qualifiers?.['vcs_url'] ?? '')?.groups ?? {};
  if (repository !== undefined && isCommitHash(sha)) return { repository, sha };
  if (!REPOSITORIES.has(type) || version == null || !isCommitHash(version)) return undefined;
  return { repository: withoutHost([namespace, name].filter(Boolean).join('/')), sha: version };
}

function readPackage(artifact: string): PackageURL | undefined {
  try {
    return PackageURL.fromString(artifact);
  } catch {
    return undefined;
  }
}

/** `host/owner/name` without the host, by which no repository is told from another here. */
export function withoutHost(path: string): string {
  const [first = '', ...rest] = path.split('/');
  return first.includes('.') && rest.length > 1 ? rest.join('/') : path;
}

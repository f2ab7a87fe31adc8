import type { ApiClient } from '../../api/api-client.js';
import { ApiFailure } from '../../api/api-failure.js';
import type { Host } from '../host-client.js';
import type { ImportableHost } from '../import-from.js';
import { changesPart } from './changes.js';
import { commitsPart } from './commits.js';
import { deploymentsPart, type IsKnown } from './deployments.js';
import { readRepository } from './github-repository.js';
import { issuesPart, releasesPart, runsPart } from './lists.js';

/** In the order they are read: commits first, so that what refers to them finds them. */
export const GITHUB_PARTS = [
  'commits',
  'changes',
  'deployments',
  'runs',
  'issues',
  'releases',
] as const;

/** Releases only where they are asked for. */
export const DEFAULT_GITHUB_PARTS: readonly string[] = GITHUB_PARTS.filter(
  (part) => part !== 'releases',
);

/** GitHub as its API wants to be asked; https://docs.github.com/rest. */
export function githubHost(api: string, token: string): Host {
  return {
    title: 'GitHub',
    api,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'throughline',
      'x-github-api-version': '2022-11-28',
    },
    permissions:
      'read access to contents, pull requests, deployments, actions, issues and metadata',
  };
}

/** GitHub, as far as its webhooks tell of a repository. */
export function githubImport(host: Host): ImportableHost {
  return {
    source: 'github',
    host,
    async partsOf(client, asked, api) {
      const repository = await readRepository(client, asked.repository);
      const choice = { repository, since: asked.since };
      return [
        commitsPart(choice),
        changesPart(client, choice),
        deploymentsPart(client, choice, knownTo(api)),
        runsPart(choice),
        issuesPart(choice),
        releasesPart(choice),
      ];
    },
  };
}

/** Whether the platform has a commit: then it has, or will get, what came before it. */
function knownTo(api: ApiClient): IsKnown {
  return async (sha) => {
    try {
      await api.get(`/v1/commits/${sha}`, {});
      return true;
    } catch (error) {
      if (error instanceof ApiFailure && error.problem.code === 'TL_NOT_FOUND') return false;
      throw error;
    }
  };
}

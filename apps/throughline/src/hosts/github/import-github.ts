import type { ApiClient } from '../../api/api-client.js';
import { ApiFailure } from '../../api/api-failure.js';
import type { Output } from '../../terminal/output.js';
import { type Host, HostClient, type HostPatience } from '../host-client.js';
import { type Imported, importPages } from '../import-pages.js';
import type { ImportPart } from '../import-part.js';
import { ImportState } from '../import-state.js';
import { changesPart } from './changes.js';
import { commitsPart } from './commits.js';
import { deploymentsPart, type IsKnown } from './deployments.js';
import { type GitHubChoice, readRepository } from './github-repository.js';
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

export type GitHubPart = (typeof GITHUB_PARTS)[number];

/** Releases only where they are asked for. */
export const DEFAULT_GITHUB_PARTS: readonly GitHubPart[] = GITHUB_PARTS.filter(
  (part) => part !== 'releases',
);

export interface GitHubImport {
  /** `acme/shop` */
  readonly repository: string;
  readonly parts: readonly GitHubPart[];
  readonly since: string | undefined;
  readonly stateFile: string;
}

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

/** Sends what GitHub's webhooks would have told of a repository. */
export async function importGitHub(
  asked: GitHubImport,
  host: Host,
  api: ApiClient,
  output: Pick<Output, 'note' | 'progress'>,
  patience: Partial<HostPatience> = {},
): Promise<Imported> {
  const client = new HostClient(host, {
    note: (line) => {
      output.note(line);
    },
    ...patience,
  });
  const repository = await readRepository(client, asked.repository);
  const choice = { repository, since: asked.since };
  const question = JSON.stringify([host.api, repository.full_name, asked.parts, asked.since]);
  const state = await ImportState.open(asked.stateFile, question);
  if (state.isBegun) output.note(`going on where the last run ended (${asked.stateFile})`);
  const parts = partsOf(client, choice, knownTo(api)).filter(({ name }) =>
    asked.parts.some((part) => part === name),
  );
  return importPages({ source: 'github', parts, host: client, api, state, output });
}

function partsOf(
  client: HostClient,
  choice: GitHubChoice,
  isKnown: IsKnown,
): readonly ImportPart[] {
  return [
    commitsPart(choice),
    changesPart(client, choice),
    deploymentsPart(client, choice, isKnown),
    runsPart(choice),
    issuesPart(choice),
    releasesPart(choice),
  ];
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

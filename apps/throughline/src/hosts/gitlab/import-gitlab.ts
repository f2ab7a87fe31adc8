import type { Host } from '../host-client.js';
import type { ImportableHost } from '../import-from.js';
import { changesPart } from './changes.js';
import { commitsPart } from './commits.js';
import { deploymentsPart } from './deployments.js';
import { readProject } from './gitlab-project.js';
import { issuesPart, pipelinesPart } from './lists.js';

/** In the order they are read: commits first, so that what refers to them finds them. */
export const GITLAB_PARTS = ['commits', 'changes', 'deployments', 'pipelines', 'issues'] as const;

/** Pipelines only where they are asked for. */
export const DEFAULT_GITLAB_PARTS: readonly string[] = GITLAB_PARTS.filter(
  (part) => part !== 'pipelines',
);

/** GitLab as its API wants to be asked; https://docs.gitlab.com/api/rest/. */
export function gitlabHost(api: string, token: string): Host {
  return {
    title: 'GitLab',
    api,
    // Not PRIVATE-TOKEN, which a redirect would carry to another host.
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'user-agent': 'throughline',
    },
    permissions: 'the scope read_api, of somebody who may read the project’s repository',
  };
}

/** GitLab, as far as its webhooks tell of a project. */
export function gitlabImport(host: Host): ImportableHost {
  return {
    source: 'gitlab',
    host,
    async partsOf(client, asked) {
      const project = await readProject(client, asked.repository);
      const choice = { project, since: asked.since };
      return [
        commitsPart(choice),
        changesPart(client, choice),
        deploymentsPart(client, choice),
        pipelinesPart(client, choice),
        issuesPart(choice),
      ];
    },
  };
}

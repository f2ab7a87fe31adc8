import { z } from 'zod';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { repository } from './cloud-repository.js';

const payload = z.object({
  repository,
  commit_status: z.object({
    key: z.string(),
    name: z.string().nullish(),
    state: z.string(),
    refname: z.string().nullish(),
    url: z.string().nullish(),
    created_on: z.string(),
    updated_on: z.string(),
    commit: z.object({ hash: z.string() }).nullish(),
    links: z.object({ commit: z.object({ href: z.string().nullish() }).nullish() }).nullish(),
  }),
});

/** https://developer.atlassian.com/cloud/bitbucket/rest/api-group-commit-statuses/ */
const STATUS_OF_STATE = new Map([
  ['INPROGRESS', 'in_progress'],
  ['SUCCESSFUL', 'succeeded'],
  ['FAILED', 'failed'],
  ['STOPPED', 'cancelled'],
]);

/** `repo:commit_status_created` and `:updated`: what a build said of a commit, under a key of its own. */
export const readCloudCommitStatus = reading(
  payload,
  ({ repository, commit_status: told }, mapping) => {
    const status = STATUS_OF_STATE.get(told.state);
    if (status === undefined) return ignored(`the state "${told.state}" is not known`);
    const sha = shaOf(told);
    const run = {
      repository: repository.full_name,
      workflow: [told.name, told.key].filter((name) => typeof name === 'string'),
      branch: told.refname,
    };
    return runDeployments(mapping, run, 'unknown', {
      source: 'bitbucket',
      id: tidyName(`${told.key}@${sha ?? ''}`, 500) ?? '',
      repository: repository.full_name,
      sha,
      status,
      startedAt: told.created_on,
      finishedAt: status === 'in_progress' ? undefined : told.updated_on,
      updatedAt: told.updated_on,
      url: webLink(told.url),
    });
  },
);

/** Older payloads have the commit only at the end of its address. */
function shaOf({ commit, links }: z.output<typeof payload>['commit_status']): string | undefined {
  const address = commit?.hash ?? links?.commit?.href ?? '';
  return /(?:^|\/)([0-9a-f]{40})$/i.exec(address)?.[1];
}

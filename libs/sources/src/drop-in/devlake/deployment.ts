import { fingerprintHex, type Instant } from '@throughline/events';
import { z } from 'zod';
import { commitHash } from '../commit-hash.js';
import { readingRequest } from '../reading.js';
import { isoTime } from '../times.js';
import { type DevLakeConnection, serviceOfConnection } from './connection.js';

// https://devlake.apache.org/docs/Plugins/webhook, and backend/plugins/webhook/api/deployments.go

const name = z.string().trim().min(1, 'is empty');
// Empty is left out, as in Go.
const environment = z
  .enum(['PRODUCTION', 'STAGING', 'TESTING', 'DEVELOPMENT', ''])
  .default('')
  .transform((said) => said || 'PRODUCTION');
const result = z
  .string()
  .default('')
  .transform((said) => said || 'SUCCESS');

const commits = z
  .array(z.object({ repoUrl: name, commitSha: commitHash }))
  .min(1, 'is empty: name at least one commit')
  .max(101, 'names more than 101 commits');

const request = z.object({
  id: name,
  result,
  environment,
  deploymentCommits: commits,
  startedDate: isoTime,
  finishedDate: isoTime,
});

/** How it was sent up to v1.0: in snake case, and of one commit without a list. */
const earlier = z
  .object({
    pipeline_id: name.optional(),
    result,
    environment,
    repo_url: name.optional(),
    commit_sha: commitHash.optional(),
    deployment_commits: z.array(z.object({ repo_url: name, commit_sha: commitHash })).optional(),
    start_time: isoTime,
    end_time: isoTime.optional(),
  })
  .superRefine(({ repo_url, commit_sha, deployment_commits: several = [] }, context) => {
    for (const [field, value] of Object.entries({ repo_url, commit_sha })) {
      if (value !== undefined || several.length > 0) continue;
      context.addIssue({ code: 'custom', path: [field], message: 'is missing' });
    }
  });

const STATUS_OF_RESULT = new Map([
  ['SUCCESS', 'succeeded'],
  ['FAILURE', 'failed'],
  ['ABORT', 'cancelled'],
]);

interface Deployment {
  readonly id: string | undefined;
  readonly result: string;
  readonly environment: string;
  readonly commits: readonly { readonly repository: string; readonly sha: string }[];
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
}

/** `POST …/deployments`, in today's form or the one before it. */
export function readDevLakeDeployment(said: unknown, connection: DevLakeConnection, now: Instant) {
  return isEarlier(said) ? readEarlier(said, connection, now) : readCurrent(said, connection);
}

function isEarlier(said: unknown): boolean {
  return typeof said === 'object' && said !== null && 'start_time' in said;
}

const readCurrent = readingRequest(request, (said, connection: DevLakeConnection) =>
  deployed(connection, {
    id: said.id,
    result: said.result,
    environment: said.environment,
    commits: said.deploymentCommits.map(({ repoUrl, commitSha }) => ({
      repository: repoUrl,
      sha: commitSha,
    })),
    startedAt: said.startedDate,
    finishedAt: said.finishedDate,
  }),
);

const readEarlier = readingRequest(
  earlier,
  (
    { deployment_commits: several = [], repo_url = '', commit_sha = '', ...said },
    connection: DevLakeConnection,
    now: Instant,
  ) =>
    deployed(connection, {
      id: said.pipeline_id,
      result: said.result,
      environment: said.environment,
      commits: (several.length > 0 ? several : [{ repo_url, commit_sha }]).map((commit) => ({
        repository: commit.repo_url,
        sha: commit.commit_sha,
      })),
      startedAt: said.start_time,
      finishedAt: said.end_time ?? now,
    }),
);

function deployed(connection: DevLakeConnection, said: Deployment) {
  const status = STATUS_OF_RESULT.get(said.result);
  if (status === undefined) {
    return { kind: 'ignored', reason: `the result "${said.result}" is not measured` } as const;
  }
  const service = serviceOfConnection(connection);
  const environment = said.environment.toLowerCase();
  const [first, ...others] = said.commits;
  const id =
    said.id ??
    fingerprintHex(JSON.stringify([service, environment, first?.sha ?? '', said.startedAt]));
  return {
    kind: 'events',
    events: [
      {
        type: 'deployment',
        source: 'devlake',
        service,
        environment,
        id,
        status,
        startedAt: said.startedAt,
        finishedAt: said.finishedAt,
        ...first,
        commits: others.length > 0 ? others : undefined,
      },
    ],
    told: undefined,
  } as const;
}

import { readFileSync } from 'node:fs';
import { normaliseRepository } from '@throughline/events';
import { Git } from '../git/git.js';
import { repositoryName } from '../git/repository.js';
import type { CiJob } from './ci/ci-job.js';
import { findCiJob } from './ci/ci-systems.js';
import type { ReportWorld } from './report-world.js';

/** What is known of where a report is made, without being told: nothing at all is possible too. */
export type Job = Partial<CiJob>;

/** For all questions together: on a disk that hangs the job must not wait for what git may know. */
const GIT_ANSWERS_WITHIN_MS = 2000;

/**
 * Asks the CI system's variables, and git in the working directory for what they do not tell. It
 * never fails: a deployment without a commit still counts.
 */
export async function findJob({ environment, workingDirectory }: ReportWorld): Promise<Job> {
  const job: Job = findCiJob(environment, readText) ?? {};
  const git = new Git(workingDirectory, environment, AbortSignal.timeout(GIT_ANSWERS_WITHIN_MS));
  const repository =
    job.repository === undefined
      ? await repositoryName(git).catch(() => undefined)
      : normaliseRepository(job.repository);
  const mayAskGit = job.sha === undefined && job.isTestMerge !== true;
  return { ...job, repository, sha: mayAskGit ? await checkedOut(git) : job.sha };
}

async function checkedOut(git: Git): Promise<string | undefined> {
  const words = ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'];
  // Whatever stands in the way of git, its absence included, only leaves the commit unknown.
  const sha = await git.ask(words).catch(() => '');
  return sha.trim() === '' ? undefined : sha.trim();
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

import { z } from 'zod';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { jobPathOf } from './job-path.js';

/**
 * What the Notification plugin sends (https://plugins.jenkins.io/notification/, its classes `JobState`,
 * `BuildState` and `ScmState`). Times are unix milliseconds.
 */
export const payload = z.object({
  name: z.string(),
  display_name: z.string().nullish(),
  url: z.string(),
  build: z.object({
    url: z.string(),
    full_url: z.string().nullish(),
    number: z.int(),
    phase: z.string(),
    status: z.string().nullish(),
    /** Of the start when it started, of the end when it was completed; not there before version 1.12. */
    timestamp: z.number().nullish(),
    duration: z.number().nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
    scm: z
      .object({
        url: z.string().nullish(),
        branch: z.string().nullish(),
        commit: z.string().nullish(),
      })
      .nullish(),
  }),
});

type Build = z.output<typeof payload>['build'];

/** What is unstable did run to its end; its tests did not all pass. */
const OUTCOMES = new Map([
  ['SUCCESS', 'succeeded'],
  ['UNSTABLE', 'succeeded'],
  ['FAILURE', 'failed'],
  ['ABORTED', 'cancelled'],
]);

export const readBuild = reading(payload, (job, mapping) => {
  const { build } = job;
  if (build.phase !== 'STARTED' && build.phase !== 'COMPLETED') {
    return ignored(`the phase "${build.phase}" says nothing that STARTED and COMPLETED do not say`);
  }
  const started = build.phase === 'STARTED';
  const standing = started ? { status: 'in_progress' } : endOf(build);
  if (standing === undefined) return ignored(`the status "${build.status}" is no end`);
  const at = build.timestamp;
  if (!at) return ignored('the build tells no time: update the Notification plugin');

  const path = jobPathOf(job.url) ?? job.name;
  const repository = build.scm?.url ?? undefined;
  const run = {
    repository,
    service: parameterOf(build, 'service') ?? (repository === undefined ? path : undefined),
    environment: parameterOf(build, 'environment'),
    project: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : undefined,
    workflow: [path, job.name, job.display_name].filter((name) => typeof name === 'string'),
    branch: build.scm?.branch?.replace(/^(?:refs\/heads\/|origin\/)/, ''),
  };
  return runDeployments(mapping, run, 'unknown', {
    source: 'jenkins',
    id: tidyName(`${path}#${build.number}`, 500) ?? String(build.number),
    repository,
    sha: build.scm?.commit ?? undefined,
    version: tidyName(parameterOf(build, 'version'), 500),
    ...standing,
    startedAt: started ? at : startOf(build, at),
    finishedAt: started ? undefined : at,
    updatedAt: at,
    url: webLink(build.full_url),
  });
});

/** What was not built in the end was told to start before, and is taken back. */
function endOf({ status }: Build): { status: string } | { retracted: true } | undefined {
  if (status === 'NOT_BUILT') return { retracted: true };
  const outcome = OUTCOMES.get(status ?? '');
  return outcome === undefined ? undefined : { status: outcome };
}

function startOf({ duration }: Build, end: number): number | undefined {
  return duration ? end - duration : undefined;
}

/** A parameter that the build was started with; people write its name in either case. */
function parameterOf({ parameters }: Build, name: string): string | undefined {
  const found = Object.entries(parameters ?? {}).find(([key]) => key.toLowerCase() === name);
  return typeof found?.[1] === 'string' && found[1] !== '' ? found[1] : undefined;
}

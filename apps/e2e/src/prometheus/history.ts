import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { type GitAnswers, gitAnswersSchema } from '../figures/git-answers.js';

/** prometheus/prometheus as facts; too large to be kept with the sources, so it may be missing. */
const FOLDER = new URL('../../../../../shared/data/prometheus/', import.meta.url);

export const HAS_HISTORY = existsSync(FOLDER);
export const HISTORY_FOLDER = fileURLToPath(FOLDER);

const fact = z.record(z.string(), z.unknown());

export interface History {
  readonly repository: string;
  /** The service that is deployed to production. */
  readonly service: string;
  /** Commits, then deployments, each in the order of time. */
  readonly events: readonly object[];
  readonly answers: GitAnswers;
}

/** @param service the same history can be read as that of several services, each with a repository of its own */
export function readHistory(service: string): History {
  const answers = gitAnswersSchema.parse(
    JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')),
  );
  const repository = `prometheus/${service}`;
  const commits = readFacts('commits.ndjson.gz').map((commit) => ({
    type: 'commit',
    repository,
    ...commit,
  }));
  const deployments = readFacts('deployments.ndjson.gz').map((deployment) => ({
    type: 'deployment',
    service,
    environment: 'production',
    repository,
    status: 'succeeded',
    ...deployment,
  }));
  return { repository, service, events: [...commits, ...deployments], answers };
}

function readFacts(file: string): readonly Record<string, unknown>[] {
  return gunzipSync(readFileSync(new URL(file, FOLDER)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => fact.parse(JSON.parse(line)));
}

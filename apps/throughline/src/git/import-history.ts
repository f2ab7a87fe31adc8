import { formatInstant } from '@throughline/events';
import type { ApiClient, Receipt } from '../api/api-client.js';
import type { Cli } from '../cli.js';
import { CommandFailure } from '../command-failure.js';
import type { EventLine } from '../events/batches.js';
import { sendEvents } from '../events/send-events.js';
import { counted } from '../terminal/counted.js';
import { countCommits, readCommits } from './commit-log.js';
import { commitEvent, type Deployed, tagEvent } from './git-events.js';
import { Git } from './git.js';
import { branchTips, repositoryName, requireWholeRepository } from './repository.js';
import { type GitTag, readTags } from './tags.js';

export interface HistoryChoice {
  readonly path: string;
  readonly service: string;
  readonly environment: string;
  readonly tags: readonly string[];
  readonly repository?: string | undefined;
  /** Unix seconds. */
  readonly since?: number | undefined;
}

export interface ImportedHistory extends Receipt {
  readonly repository: string;
  readonly commits: number;
  readonly deployments: number;
  /** RFC 3339; `null` without deployments. */
  readonly firstDeployment: string | null;
}

/**
 * Sends a repository's history: every commit that a branch or a chosen tag reaches, parents first,
 * then each chosen tag as a deployment. The same repository always gives the same events, so it
 * can be run again at any time.
 */
export async function importHistory(
  choice: HistoryChoice,
  api: ApiClient,
  { environment, output }: Pick<Cli, 'environment' | 'output'>,
): Promise<ImportedHistory> {
  const git = new Git(choice.path, environment);
  await requireWholeRepository(git);
  const repository = choice.repository ?? (await repositoryName(git));
  const tags = await chosenTags(git, choice);
  const tips = [...new Set([...(await branchTips(git)), ...tags.map(({ sha }) => sha)])];
  const commits = tips.length === 0 ? 0 : await countCommits(git, tips, choice.since);
  if (commits === 0) throw new CommandFailure(nothingToSend(choice, tips));
  if (tags.length === 0) output.note(await withoutTags(git, choice));
  const deployed = { repository, service: choice.service, environment: choice.environment };
  const receipt = await sendEvents(api, history(git, tips, tags, deployed, choice.since), {
    progress: output.progress('events', commits + tags.length),
  });
  return {
    repository,
    commits,
    deployments: tags.length,
    firstDeployment: firstOf(tags),
    ...receipt,
  };
}

async function chosenTags(git: Git, choice: HistoryChoice): Promise<readonly GitTag[]> {
  const since = choice.since ?? Number.NEGATIVE_INFINITY;
  const tags = await readTags(git, choice.tags);
  return tags.filter(({ taggedAt }) => !(taggedAt < since));
}

async function* history(
  git: Git,
  tips: readonly string[],
  tags: readonly GitTag[],
  deployed: Deployed,
  since: number | undefined,
): AsyncGenerator<EventLine> {
  for await (const commit of readCommits(git, tips, since)) {
    yield { json: JSON.stringify(commitEvent(deployed.repository, commit)) };
  }
  for (const tag of tags) yield { json: JSON.stringify(tagEvent(deployed, tag)) };
}

function nothingToSend({ path, since }: HistoryChoice, tips: readonly string[]): string {
  return tips.length > 0 && since !== undefined
    ? `${path}: nothing was committed since then; choose an earlier --since`
    : `${path}: the repository has no commits yet`;
}

async function withoutTags(git: Git, { tags, since }: HistoryChoice): Promise<string> {
  const others = (await readTags(git, ['*'])).map(({ name }) => name);
  const some = others.slice(-3).join(', ');
  const there =
    others.length === 0
      ? 'it has no tags'
      : `it has ${counted(others.length, 'tag')}, among them ${some}`;
  const when = since === undefined ? '' : ' since then';
  return `no tag matches ${tags.join(' ')}${when}, so no deployments are sent (${there}); choose others with --tags`;
}

function firstOf(tags: readonly GitTag[]): string | null {
  const times = tags.map(({ taggedAt }) => taggedAt).filter(Number.isFinite);
  return times.length === 0 ? null : formatInstant(Math.min(...times) * 1000);
}

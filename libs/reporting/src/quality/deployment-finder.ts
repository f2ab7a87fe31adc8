import { DEPLOYMENT_FINDINGS, type NamedCommits } from '@throughline/dora';
import { readNamedCommits } from '@throughline/store';
import { clockOf } from '../metrics/journeys.js';
import { type FoundList, type Finder, listOf } from './found-list.js';
import { storeScope } from './quality-context.js';
import { moment } from './quality-item.js';

type Name = keyof typeof DEPLOYMENT_FINDINGS;

const NAMES = Object.keys(DEPLOYMENT_FINDINGS) as readonly Name[];

/** What is the matter with a deployment that a list has. */
const SAYS: Readonly<Record<Name, (deployment: NamedCommits) => string>> = {
  deployment_commit_unknown: ({ unknown }) => `${unknown.join(', ')} is not known`,
  deployment_without_commit: () => 'names no commit',
  deployment_artifact_unbuilt: ({ unbuilt }) => `no build of ${unbuilt.join(', ')} is known`,
  deployment_ships_unknown: ({ unknown }) =>
    unknown.length === 0 ? 'names no commit' : `${unknown.join(', ')} is not known`,
  clock_deployment_finished_before_started: ({ startedAt = 0 }) =>
    `started at ${moment(startedAt)}`,
  baseline_in_window: () => 'is a baseline',
  deployment_start_unknown: () => 'does not say when it started',
  deployment_repository_unknown: () => 'does not say which repository it came from',
};

/** Looks among the finished deployments of the window. */
export const deploymentFinder: Finder<Name> = {
  names: NAMES,
  async find(context) {
    const { client, groups } = context;
    const rows = await readNamedCommits(client, {
      ...storeScope(context),
      ...clockOf(context.definition),
    });
    const deployments = rows
      .filter((row) => groups.asksFor(row, row.finishedAt))
      .map((row) => ({
        ...row,
        hasRepository: groups.repositoryOf(row) !== undefined || row.named > row.unknown.length,
      }));
    const list = (name: Name): FoundList => {
      const { among, is } = DEPLOYMENT_FINDINGS[name];
      const candidates = deployments.filter(among);
      return listOf(
        candidates.filter(is).map((deployment) => ({
          thing: 'deployment',
          id: deployment.id,
          services: [deployment.service],
          environment: deployment.environment,
          repository: deployment.repository,
          at: deployment.finishedAt,
          says: SAYS[name](deployment),
        })),
        candidates.length,
      );
    };
    return Object.fromEntries(NAMES.map((name) => [name, list(name)])) as Record<Name, FoundList>;
  },
};

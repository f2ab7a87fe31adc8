import type { VerdictEvent } from '@throughline/events';
import type { OracleDefinition } from './definitions.js';
import { wentBack } from './going-back-links.js';
import { namedCause, shaMatch, versionMatch, windowed } from './incident-links.js';
import { counts, type OracleLink } from './link.js';
import { type Finished, samePlace } from './places.js';
import { hotfixed, namedFix, revertedChanges, revertedCommits } from './remedy-links.js';
import type { World } from './world.js';

/** What is held against a deployment. */
export interface OracleJudgement {
  readonly deployment: Finished;
  /** Only those that the definition believes. */
  readonly links: readonly OracleLink[];
  readonly failed: boolean;
  /** It brought an earlier release back. */
  readonly isRollback: boolean;
}

export function judgementsOf(world: World, definition: OracleDefinition): OracleJudgement[] {
  const returns = wentBack(world, definition);
  const links = [
    ...statuses(world),
    ...verdicts(world),
    ...namedCause(world),
    ...shaMatch(world),
    ...versionMatch(world),
    ...windowed(world, definition),
    ...namedFix(world),
    ...returns,
    ...revertedCommits(world),
    ...revertedChanges(world),
    ...hotfixed(world, definition),
  ].filter((link) => counts(link, definition));
  return world.finished.map((deployment) => {
    const against = links.filter(({ failed }) => failed === deployment);
    const isCleared =
      definition.rules.includes('verdict') && verdictOn(world, deployment) === false;
    return {
      deployment,
      links: against,
      failed: against.length > 0 && !isCleared,
      isRollback:
        deployment.kind === 'rollback' || returns.some(({ remedy }) => remedy === deployment),
    };
  });
}

function statuses({ finished }: World): OracleLink[] {
  return finished
    .filter(({ status }) => status === 'failed' || status === 'rolled_back')
    .map((failed) => ({ rule: 'status', failed }));
}

function verdicts(world: World): OracleLink[] {
  return world.finished
    .filter((deployment) => verdictOn(world, deployment) === true)
    .map((failed) => ({ rule: 'verdict', failed }));
}

/** What a person says of it, else what the pipeline said for one. */
function verdictOn({ verdicts }: World, deployment: Finished): boolean | undefined {
  const isAbout = (one: VerdictEvent) =>
    samePlace(one, deployment) && one.deploymentId === deployment.id;
  return verdicts.find(isAbout)?.failed ?? deployment.changeFailure;
}

import type { OracleDefinition } from './definitions.js';
import type { OracleLink } from './link.js';
import { type Finished, samePlace } from './places.js';
import type { World } from './world.js';

/** What comes back: a commit, else a version; nothing else can be told apart. */
function releaseOf({ sha, version }: Finished): string | undefined {
  if (sha !== undefined) return `sha ${sha}`;
  return version === undefined ? undefined : `version ${version}`;
}

/**
 * Deployments that went back to an earlier release, with the kind rollback (rule `rollback`) or
 * without saying so (rule `redeploy`), and which one that speaks against.
 */
export function wentBack(world: World, definition: OracleDefinition): OracleLink[] {
  return world.places.flatMap((place) => {
    const reached = world.finished.filter(
      (one) => samePlace(one, place) && definition.reaching.includes(one.status),
    );
    return reached.flatMap((deployment, position): OracleLink[] => {
      if (deployment.fixes.length > 0 || position === 0) return [];
      const target = whereItWentBackTo(reached, position, definition);
      const isRollback = deployment.kind === 'rollback';
      if (target === undefined && !isRollback) return [];
      const blamesFirst = definition.rollbackBlames === 'first_after_target';
      const blamed = target !== undefined && blamesFirst ? target + 1 : position - 1;
      return reached.slice(blamed, blamed + 1).map((failed) => ({
        rule: isRollback ? 'rollback' : 'redeploy',
        failed,
        remedy: deployment,
      }));
    });
  });
}

/** The last time that its release was there before, if another one was there in between. */
function whereItWentBackTo(
  reached: readonly Finished[],
  position: number,
  { anyEarlierRelease }: OracleDefinition,
): number | undefined {
  const releases = reached.map(releaseOf);
  const release = releases[position];
  const replaced = releases[position - 1];
  if (release === undefined || release === replaced) return undefined;
  const target = releases.slice(0, position).lastIndexOf(release);
  if (target === -1) return undefined;
  const ageOfReplaced = replaced === undefined ? 0 : releases.indexOf(replaced);
  if (!anyEarlierRelease && releases.indexOf(release) >= ageOfReplaced) return undefined;
  return target;
}

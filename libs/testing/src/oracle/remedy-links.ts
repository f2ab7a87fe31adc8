import type { ChangeEvent } from '@throughline/events';
import type { OracleDefinition } from './definitions.js';
import type { OracleLink } from './link.js';
import { type Finished, samePlace } from './places.js';
import { firstWithChange, type MergedChange, type World } from './world.js';

/** What another deployment of the same place says it fixes, however that one went. */
export function namedFix(world: World): OracleLink[] {
  return world.finished.flatMap((failed) =>
    world.deployments
      .filter((fix) => fix !== failed && samePlace(fix, failed) && fix.fixes.includes(failed.id))
      .map((remedy) => ({ rule: 'named_fix', failed, remedy })),
  );
}

/** What first brought a commit that another one takes back which came later. */
export function revertedCommits(world: World): OracleLink[] {
  return world.commits.flatMap(({ repository, sha, reverts = [] }) =>
    reverts.flatMap((reverted) =>
      world.places.flatMap((place) =>
        tookBack(
          world,
          world.histories.first(place, repository, reverted),
          world.histories.first(place, repository, sha),
        ),
      ),
    ),
  );
}

/** What first brought a change that another one takes back which came later. */
export function revertedChanges(world: World): OracleLink[] {
  return world.merged.flatMap((change) => {
    const reverted = revertedBy(change, world);
    if (reverted === undefined) return [];
    return world.places.flatMap((place) =>
      tookBack(
        world,
        firstWithChange(world, place, reverted),
        firstWithChange(world, place, change),
      ),
    );
  });
}

function tookBack(
  { finished }: World,
  failed: Finished | undefined,
  remedy: Finished | undefined,
): OracleLink[] {
  if (failed === undefined || remedy === undefined) return [];
  if (finished.indexOf(failed) >= finished.indexOf(remedy)) return [];
  return [{ rule: 'revert', failed, remedy }];
}

/** As GitHub names the branch of a revert, else as every host titles one. */
function revertedBy(change: MergedChange, { merged }: World): MergedChange | undefined {
  const others = merged.filter(({ repository }) => repository === change.repository);
  const number = /^revert-(\d+)-/.exec(change.branch ?? '')?.[1];
  if (number !== undefined) return others.find((other) => other.number === Number(number));
  return others
    .filter((other) => other.title !== undefined && change.title === `Revert "${other.title}"`)
    .filter((other) => other.mergedAt < change.mergedAt)
    .sort((a, b) => a.mergedAt - b.mergedAt)
    .at(-1);
}

/** What was there when a hotfix came. */
export function hotfixed(world: World, { reaching }: OracleDefinition): OracleLink[] {
  return world.finished
    .filter(({ status, fixes }) => status !== 'cancelled' && fixes.length === 0)
    .filter((deployment) => isHotfix(world, deployment))
    .flatMap((remedy) => {
      const here = world.finished.filter((one) => samePlace(one, remedy));
      return here
        .slice(0, here.indexOf(remedy))
        .filter(({ status }) => reaching.includes(status))
        .slice(-1)
        .map((failed) => ({ rule: 'hotfix', failed, remedy }));
    });
}

function isHotfix(world: World, deployment: Finished): boolean {
  return (
    deployment.kind === 'hotfix' ||
    isLabelled(deployment) ||
    world.merged.some(
      (change) =>
        (isLabelled(change) || /(^|[/_-])hotfix([/_-]|$)/i.test(change.branch ?? '')) &&
        firstWithChange(world, deployment, change) === deployment,
    )
  );
}

function isLabelled({ labels }: Finished | ChangeEvent): boolean {
  return labels.some((label) => label.toLowerCase() === 'hotfix');
}

import type { FinishedDeployment } from '../facts/facts.js';
import { type FailureLink, failureLink } from './failure-link.js';
import type { Histories, PlaceHistory } from './place-history.js';

/**
 * Which deployment failed when V1, V2, V3 were followed by V1 again: the first after the release
 * that came back (V2: whatever was wrong was wrong since then; what Datadog documents), or the last
 * before it came back (V3: what the users had when somebody gave up).
 */
export type RollbackBlames = 'first_after_target' | 'last_before_rollback';

/**
 * Links deployments to the one that went back behind them. A deployment goes back when its release
 * was there before, is not the one it replaces, and came before that one (the last condition falls
 * for definitions with `anyEarlierRelease`); or when its kind says so.
 * One that says in `fixes` what it is about is taken at its word: nothing is inferred from it.
 */
export function linkGoingBack(
  histories: Histories,
  definition: RollbackDefinition,
): readonly FailureLink[] {
  return [...histories.all()].flatMap((history) => linksOf(history, definition));
}

interface RollbackDefinition {
  readonly rollbackBlames: RollbackBlames;
  readonly anyEarlierRelease: boolean;
}

function linksOf(
  { reached }: PlaceHistory,
  { rollbackBlames, anyEarlierRelease }: RollbackDefinition,
): FailureLink[] {
  const firstOf = new Map<string, number>();
  const lastOf = new Map<string, number>();
  return reached.flatMap((deployment, index): FailureLink[] => {
    const release = releaseOf(deployment);
    const replaced = reached[index - 1];
    const replacedRelease = replaced && releaseOf(replaced);
    const target = release === undefined ? undefined : lastOf.get(release);
    const cameBack = target !== undefined && release !== replacedRelease;
    const wentBack =
      cameBack &&
      (anyEarlierRelease ||
        (firstOf.get(release ?? '') ?? 0) < (firstOf.get(replacedRelease ?? '') ?? 0));
    if (release !== undefined) {
      if (!firstOf.has(release)) firstOf.set(release, index);
      lastOf.set(release, index);
    }
    const saidSo = deployment.kind === 'rollback';
    if (deployment.fixes.length > 0 || (!wentBack && !saidSo)) return [];
    const blamed =
      wentBack && rollbackBlames === 'first_after_target' ? reached[target + 1] : replaced;
    if (blamed === undefined) return [];
    return [failureLink(saidSo ? 'rollback' : 'redeploy', blamed, { remedy: deployment })];
  });
}

/** What tells one release from another: its commit, else its version. */
function releaseOf({ sha, version }: FinishedDeployment): string | undefined {
  if (sha !== undefined) return `sha ${sha}`;
  return version === undefined ? undefined : `version ${version}`;
}

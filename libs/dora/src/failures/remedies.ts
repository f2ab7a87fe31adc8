import {
  type Deployment,
  deploymentKey,
  type FinishedDeployment,
  isFinished,
  isSamePlace,
  type Place,
} from '../facts/facts.js';
import { type FailureLink, failureLink } from './failure-link.js';
import type { Histories } from './place-history.js';

/** That a deployment took back a commit which another of its place was first to ship. */
export interface Revert extends Place {
  readonly revertedId: string;
  readonly revertingId: string;
}

/** The deployments that name what they fix, by what they name. */
export function fixesByTarget(
  deployments: readonly Deployment[],
): ReadonlyMap<string, readonly Deployment[]> {
  const byTarget = new Map<string, Deployment[]>();
  for (const deployment of deployments) {
    for (const target of new Set(deployment.fixes)) {
      const naming = byTarget.get(target);
      if (naming === undefined) byTarget.set(target, [deployment]);
      else naming.push(deployment);
    }
  }
  return byTarget;
}

/**
 * Links deployments to those that name them in `fixes`, in the same place since ids are unique
 * there only. Whatever became of the fix: that somebody set out to mend it shows that it failed.
 */
export function linkNamedFixes(
  deployments: readonly FinishedDeployment[],
  fixesOf: ReadonlyMap<string, readonly Deployment[]>,
): readonly FailureLink[] {
  return deployments.flatMap((deployment) =>
    (fixesOf.get(deployment.id) ?? [])
      .filter((fix) => isSamePlace(fix, deployment) && fix.id !== deployment.id)
      .map((remedy) => failureLink('named_fix', deployment, { remedy })),
  );
}

export function linkReverts(
  deployments: readonly FinishedDeployment[],
  reverts: readonly Revert[],
): readonly FailureLink[] {
  if (reverts.length === 0) return [];
  const byKey = new Map(deployments.map((deployment) => [deploymentKey(deployment), deployment]));
  return reverts.flatMap(({ service, environment, revertedId, revertingId }) => {
    const reverted = byKey.get(deploymentKey({ service, environment, id: revertedId }));
    const remedy = byKey.get(deploymentKey({ service, environment, id: revertingId }));
    return reverted && remedy ? failureLink('revert', reverted, { remedy }) : [];
  });
}

/**
 * Links to every hotfix the deployment it came after. One that says in `fixes` what it is about is
 * taken at its word.
 *
 * @param shipped keys of the deployments that brought a change from a hotfix branch or with such a label
 */
export function linkHotfixes(
  deployments: readonly Deployment[],
  histories: Histories,
  shipped: ReadonlySet<string>,
): readonly FailureLink[] {
  return deployments.filter(isFinished).flatMap((remedy) => {
    const isHotfix =
      remedy.kind === 'hotfix' || (shipped.size > 0 && shipped.has(deploymentKey(remedy)));
    if (!isHotfix || remedy.fixes.length > 0 || remedy.status === 'cancelled') return [];
    const blamed = histories.of(remedy)?.before(remedy);
    return blamed === undefined ? [] : failureLink('hotfix', blamed, { remedy });
  });
}

import type { Instant } from '@throughline/events';
import type { Definition, ReworkSign } from '../definitions/definition.js';
import {
  type Deployment,
  deploymentKey,
  type FinishedDeployment,
  type Incident,
  isFinished,
  type Verdict,
} from '../facts/facts.js';
import { findLinks } from './find-links.js';
import type { FailureLink } from './failure-link.js';
import type { FirstShipper } from './incident-causes.js';
import type { Revert } from './remedies.js';
import { type Recovery, recoveryOf } from './recovery.js';

/** Everything that a judgement of deployments rests on. */
export interface Evidence {
  readonly deployments: readonly Deployment[];
  readonly incidents: readonly Incident[];
  readonly verdicts: readonly Verdict[];
  readonly reverts: readonly Revert[];
  /** Keys of the deployments that brought a change from a hotfix branch or with such a label. */
  readonly hotfixes: ReadonlySet<string>;
  readonly firstShipper: FirstShipper;
  /** The environments where an incident is taken to have happened that does not say. */
  readonly production: readonly string[];
}

/** What became of a finished deployment. */
export interface Judged {
  readonly deployment: FinishedDeployment;
  readonly failed: boolean;
  /** What shows that it failed, surest first; empty where a person says that it did not. */
  readonly failureReasons: readonly FailureLink[];
  /** What would show it too, were the definition to believe it. */
  readonly doubted: readonly FailureLink[];
  /** A person said that it did not fail, and the definition listens to people. */
  readonly cleared: boolean;
  /** A person's verdict, where there is one. */
  readonly verdict?: Verdict | undefined;
  /** Absent while a failure is open, and where nothing failed. */
  readonly recovery?: Recovery | undefined;
  /** When it was recovered. */
  readonly recoveredAt?: Instant | undefined;
  /** It went back to an older release. */
  readonly wentBack: boolean;
  /** What makes it rework; absent where nothing does. */
  readonly reworkSign?: ReworkSign | undefined;
  readonly rework: boolean;
}

export interface Judgement {
  readonly deployments: readonly Judged[];
  /** Every link that the definition believes. */
  readonly links: readonly FailureLink[];
}

/**
 * Says of every finished deployment whether it failed, why, when it was recovered, and whether it
 * was rework. Pure, and blind to the order of its inputs.
 *
 * What it says of a deployment rests on the incidents that may be about it, the history of its
 * service (in its own environment, and for incidents that name none in all that are production),
 * the deployments that name what they fix, and, for incidents that name an id and no service, the
 * deployments of that id: given these, it says the same whatever else is given.
 */
export function judge(evidence: Evidence, definition: Definition): Judgement {
  const found = findLinks(evidence, definition.failure);
  const { rules, minimumConfidence } = definition.failure;
  const believes = ({ rule, confidence }: FailureLink) =>
    rules.includes(rule) && confidence >= minimumConfidence;
  const linksOf = linksByDeployment(found.links);
  const verdicts = new Map(
    evidence.verdicts.map((verdict) => [
      deploymentKey({ ...verdict, id: verdict.deploymentId }),
      verdict,
    ]),
  );
  const wentBack = new Set(
    found.links
      .filter(({ rule }) => rule === 'rollback' || rule === 'redeploy')
      .map(({ remedy }) => remedy),
  );
  const judged = evidence.deployments.filter(isFinished).map((deployment): Judged => {
    const verdict = verdicts.size > 0 ? verdicts.get(deploymentKey(deployment)) : undefined;
    const links = linksOf.get(deployment) ?? [];
    const cleared =
      rules.includes('verdict') && (verdict?.failed ?? deployment.changeFailure) === false;
    const failureReasons = cleared ? [] : [...links.filter(believes)].sort(surestFirst);
    const failed = failureReasons.length > 0;
    const recovery =
      failed && definition.recovery !== null
        ? recoveryOf(deployment, failureReasons, found.fixesOf, definition.recovery)
        : undefined;
    const reworkSign = definition.rework?.signs.find((sign) => REWORK[sign](deployment));
    return {
      deployment,
      failed,
      failureReasons,
      doubted: cleared ? links : links.filter((link) => !believes(link)),
      cleared,
      verdict,
      recovery,
      recoveredAt: recovery?.at,
      wentBack: wentBack.has(deployment) || deployment.kind === 'rollback',
      reworkSign,
      rework: reworkSign !== undefined,
    };
  });
  return {
    deployments: judged,
    links: found.links.filter(believes),
  };
}

/** By the very deployments that are judged: to write out a key for each of them takes longer than the rest. */
function linksByDeployment(
  links: readonly FailureLink[],
): ReadonlyMap<Deployment, readonly FailureLink[]> {
  const byDeployment = new Map<Deployment, FailureLink[]>();
  for (const link of links) {
    const others = byDeployment.get(link.deployment);
    if (others === undefined) byDeployment.set(link.deployment, [link]);
    else others.push(link);
  }
  return byDeployment;
}

function surestFirst(a: FailureLink, b: FailureLink): number {
  return b.confidence - a.confidence;
}

/** Not planned, but made necessary by what happened in production. */
const REWORK: Readonly<Record<ReworkSign, (deployment: Deployment) => boolean>> = {
  unplanned: ({ unplanned }) => unplanned === true,
  kind: ({ kind }) => kind !== 'deploy',
  names_fix: ({ fixes }) => fixes.length > 0,
};

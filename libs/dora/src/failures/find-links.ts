import type { FailureDefinition } from '../definitions/definition.js';
import {
  type Deployment,
  deploymentKey,
  type FinishedDeployment,
  isFinished,
} from '../facts/facts.js';
import { type FailureLink, failureLink } from './failure-link.js';
import { linkGoingBack } from './going-back.js';
import { linkNamedCauses } from './incident-causes.js';
import { linkWithinWindow } from './incident-window.js';
import type { Evidence } from './judge.js';
import { Histories } from './place-history.js';
import { fixesByTarget, linkHotfixes, linkNamedFixes, linkReverts } from './remedies.js';

const MILLISECONDS = 1000;

/** Every link between failures and deployments, whether a definition believes its rule or not. */
export function findLinks(
  evidence: Evidence,
  failure: FailureDefinition,
): {
  readonly links: readonly FailureLink[];
  readonly fixesOf: ReadonlyMap<string, readonly Deployment[]>;
} {
  const finished = evidence.deployments.filter(isFinished);
  const histories = new Histories(finished, failure.reaching);
  const fixesOf = fixesByTarget(evidence.deployments);
  const named = linkNamedCauses({ ...evidence, deployments: finished });
  return {
    fixesOf,
    links: [
      ...ownWords(finished, evidence),
      ...named,
      ...linkNamedFixes(finished, fixesOf),
      ...linkGoingBack(histories, failure),
      ...linkReverts(finished, evidence.reverts),
      ...linkHotfixes(evidence.deployments, histories, evidence.hotfixes),
      ...linkWithinWindow(
        withoutCause(evidence, failure),
        histories,
        (service) => windowOf(service, failure),
        evidence.production,
      ),
    ],
  };
}

function windowOf(service: string, { windowSeconds, windowSecondsOf }: FailureDefinition): number {
  const seconds = windowSecondsOf[service] ?? windowSeconds;
  return seconds === null ? Infinity : seconds * MILLISECONDS;
}

/** An incident that names its cause is not guessed at, unless the definition listens to no names. */
function withoutCause({ incidents }: Evidence, { rules }: FailureDefinition) {
  const listens = (['named_cause', 'sha_match', 'version_match'] as const).some((rule) =>
    rules.includes(rule),
  );
  return listens ? incidents.filter(({ cause }) => cause === undefined) : incidents;
}

/** What was said of a deployment itself: by a person, or by what deployed it. */
function ownWords(
  finished: readonly FinishedDeployment[],
  { verdicts }: Evidence,
): readonly FailureLink[] {
  const byKey = new Map(
    verdicts.map((verdict) => [deploymentKey({ ...verdict, id: verdict.deploymentId }), verdict]),
  );
  return finished.flatMap((deployment) => {
    const verdict = byKey.size > 0 ? byKey.get(deploymentKey(deployment)) : undefined;
    const said = verdict?.failed ?? deployment.changeFailure;
    return [
      ...(said === true
        ? [failureLink('verdict', deployment, verdict === undefined ? {} : { verdict })]
        : []),
      ...(deployment.status === 'failed' || deployment.status === 'rolled_back'
        ? [failureLink('status', deployment)]
        : []),
    ];
  });
}

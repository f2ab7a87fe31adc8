import { Inject, Injectable } from '@nestjs/common';
import {
  type Deployment,
  deploymentKey,
  type FailureLink,
  type Judged,
  type Judgement,
} from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { type ClickHouseClient, inChunks, readShippedBy } from '@throughline/store';
import type { Catalogue } from '../catalogue/catalogue.js';
import { formatTime } from '../format-time.js';
import { STORE_CLIENT } from '../reporting-options.js';
import { readBuiltCommits } from './built-commits.js';
import { COMMIT_CLOCK } from './commit-clock.js';
import type { DeploymentItem } from './deployment-item.js';

type ShippedRow = Awaited<ReturnType<typeof readShippedBy>>[number];

interface DescribedDeployment extends Deployment {
  readonly baseline: boolean;
}

interface Known {
  readonly judged: Judged | undefined;
  readonly shipped: ShippedRow | undefined;
  /** What its artifact was built from, where it does not name its commit itself. */
  readonly built: { readonly repository: string; readonly sha: string } | undefined;
}

/** Describes deployments by what each says, what it brought and what became of it. */
@Injectable()
export class DeploymentItems {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  /** @returns what describes any of the deployments */
  async describe(
    deployments: readonly DescribedDeployment[],
    judging: Judgement | Promise<Judgement>,
    catalogue: Catalogue,
  ): Promise<(deployment: DescribedDeployment) => DeploymentItem> {
    const scope = {
      environments: [...new Set(deployments.map(({ environment }) => environment))],
      everyService: false,
      services: [...new Set(deployments.map(({ service }) => service))],
      ...catalogue.pathPatterns(),
      ...COMMIT_CLOCK,
    };
    const [judgement, shipped, built] = await Promise.all([
      judging,
      inChunks([...new Set(deployments.map(({ id }) => id))], (ids) =>
        readShippedBy(this.client, { ...scope, ids }),
      ),
      readBuiltCommits(this.client, deployments),
    ]);
    const judgedBy = new Map(
      judgement.deployments.map((one) => [deploymentKey(one.deployment), one]),
    );
    const shippedBy = new Map(shipped.map((row) => [deploymentKey(row), row]));
    return (deployment) =>
      deploymentItem(deployment, {
        judged: judgedBy.get(deploymentKey(deployment)),
        shipped: shippedBy.get(deploymentKey(deployment)),
        built: built.get(deploymentKey(deployment)),
      });
  }
}

function deploymentItem(
  deployment: DescribedDeployment,
  { judged, shipped, built }: Known,
): DeploymentItem {
  return {
    id: deployment.id,
    service: deployment.service,
    environment: deployment.environment,
    repository: deployment.repository ?? built?.repository ?? null,
    sha: deployment.sha ?? built?.sha ?? null,
    shaFrom: deployment.sha === undefined ? ((built && 'artifact') ?? null) : 'deployment',
    version: deployment.version ?? null,
    status: deployment.status,
    kind: deployment.kind,
    startedAt: formatTime(deployment.startedAt),
    finishedAt: formatTime(deployment.finishedAt),
    baseline: deployment.baseline,
    commits: shipped?.commits ?? 0,
    mergeCommits: shipped?.mergeCommits ?? 0,
    leadTime: {
      p50: shipped?.p50 ?? null,
      p75: shipped?.p75 ?? null,
      p90: shipped?.p90 ?? null,
      mean: shipped?.mean ?? null,
      sum: shipped?.sum ?? null,
    },
    failed: judged?.failed ?? null,
    failureReasons: (judged?.failureReasons ?? []).map(reasonItem),
    doubted: (judged?.doubted ?? []).map(reasonItem),
    verdict: verdictItem(judged),
    rework: judged?.rework ?? null,
    recoveredAt: formatTime(judged?.recoveredAt),
    url: deployment.url ?? null,
  };
}

/** A person's word on it, as it stands. */
function verdictItem(judged: Judged | undefined): DeploymentItem['verdict'] {
  if (judged?.verdict === undefined) return null;
  const { failed, by, reason, at } = judged.verdict;
  return { failed, by, reason, at: formatInstant(at) };
}

function reasonItem({ rule, incident, remedy, confidence }: FailureLink) {
  return {
    rule,
    ...(incident === undefined ? {} : { incidentId: incident.id }),
    ...(remedy === undefined ? {} : { deploymentId: remedy.id }),
    confidence,
  };
}

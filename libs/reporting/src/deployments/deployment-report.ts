import { Inject, Injectable } from '@nestjs/common';
import {
  type Deployment,
  deploymentKey,
  type FailureLink,
  groupBy,
  type Incident,
  incidentKey,
  type Judged,
  type Recovery,
} from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { ProblemError } from '@throughline/service-kit';
import {
  type ClickHouseClient,
  readArtifactsOf,
  readIncidentsOf,
  readNeighbours,
  readStatedDeployment,
} from '@throughline/store';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { Definitions } from '../definitions/definitions.js';
import { formatTime } from '../format-time.js';
import { Judgements } from '../judgements.js';
import { STORE_CLIENT } from '../reporting-options.js';
import type { DeploymentAddress } from './deployment-commits.js';
import type { DeploymentDetail } from './deployment-detail.js';
import { DeploymentItems } from './deployment-items.js';

/** Answers `GET /v1/deployments/{service}/{environment}/{id}`. */
@Injectable()
export class DeploymentReport {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    private readonly catalogue: CatalogueReader,
    private readonly judgements: Judgements,
    private readonly definitions: Definitions,
    private readonly items: DeploymentItems,
  ) {}

  /** @throws ProblemError TL_INVALID_QUERY, TL_NOT_FOUND */
  async answer(
    { service, environment, id }: DeploymentAddress,
    definitionId: string | undefined,
  ): Promise<DeploymentDetail> {
    const definition = this.definitions.find(definitionId);
    const place = { environments: [environment], everyService: false, services: [service] };
    const [stated] = await readStatedDeployment(this.client, { ...place, id });
    if (stated === undefined) {
      throw new ProblemError('TL_NOT_FOUND', {
        detail: `no deployment ${id} of ${service} in ${environment} is known`,
      });
    }
    // What it mended may be as old as the place: a rollback may go back to any release.
    const [judgement, catalogue] = await Promise.all([
      this.judgements.since(0, place, definition),
      this.catalogue.read(),
    ]);
    const [itemOf, [neighbours], named, artifacts] = await Promise.all([
      this.items.describe([stated], judgement, catalogue),
      readNeighbours(this.client, { service, environment, id, happenedAt: stated.happenedAt }),
      readIncidentsOf(this.client, { ids: stated.fixes }),
      readArtifactsOf(this.client, { ...place, ids: [id] }),
    ]);
    const key = deploymentKey(stated);
    const judged = judgement.deployments.find(
      ({ deployment }) => deploymentKey(deployment) === key,
    );
    return {
      ...itemOf(stated),
      source: stated.source,
      updatedAt: formatInstant(stated.updatedAt),
      artifact: stated.artifact ?? null,
      artifacts: artifacts.map(({ artifact, commit }) => ({
        artifact,
        repository: commit?.repository ?? null,
        sha: commit?.sha ?? null,
      })),
      alsoBrought: stated.commits,
      labels: stated.labels,
      unplanned: stated.unplanned ?? null,
      changeFailure: stated.changeFailure ?? null,
      fixes: stated.fixes,
      incidents: incidentsOf(judged),
      fixed: {
        deployments: mendedBy(stated, judgement.deployments),
        incidents: named.map(incidentItem),
      },
      recoveredBy: endOf(judged?.recovery),
      previous: neighbours?.previous ?? null,
      next: neighbours?.next ?? null,
    };
  }
}

function incidentsOf(judged: Judged | undefined): DeploymentDetail['incidents'] {
  const links = [
    ...(judged?.failureReasons ?? []).map((link) => ({ ...link, believed: true })),
    ...(judged?.doubted ?? []).map((link) => ({ ...link, believed: false })),
  ];
  const byIncident = groupBy(links, ({ incident }) => incident && incidentKey(incident));
  return [...byIncident.values()]
    .flatMap((ofIncident) => {
      const [surest] = [...ofIncident].sort(
        (a, b) => Number(b.believed) - Number(a.believed) || b.confidence - a.confidence,
      );
      if (surest?.incident === undefined) return [];
      const { incident, rule, confidence, believed } = surest;
      return [{ ...incidentItem(incident), rule, confidence, believed }];
    })
    .sort((a, b) => Date.parse(a.openedAt) - Date.parse(b.openedAt));
}

function incidentItem(incident: Incident) {
  return {
    source: incident.source,
    id: incident.id,
    title: incident.title ?? null,
    severity: incident.severity ?? null,
    openedAt: formatInstant(incident.openedAt),
    resolvedAt: formatTime(incident.resolvedAt),
    url: incident.url ?? null,
  };
}

/** The failed deployments that a deployment was the remedy of, each by the surest rule that says so. */
function mendedBy(
  remedy: Deployment,
  deployments: readonly Judged[],
): DeploymentDetail['fixed']['deployments'] {
  const key = deploymentKey(remedy);
  const isIt = (link: FailureLink) =>
    link.remedy !== undefined && deploymentKey(link.remedy) === key;
  return deployments.flatMap(({ failureReasons }) => {
    // They come surest first.
    const link = failureReasons.find(isIt);
    if (link === undefined) return [];
    return [{ ...addressOf(link.deployment), rule: link.rule, confidence: link.confidence }];
  });
}

function endOf(recovery: Recovery | undefined): DeploymentDetail['recoveredBy'] {
  if (recovery === undefined) return null;
  if ('remedy' in recovery.by) return { deployment: addressOf(recovery.by.remedy) };
  const { source, id } = recovery.by.incident;
  return { incident: { source, id } };
}

function addressOf({ service, environment, id }: Deployment): DeploymentAddress {
  return { service, environment, id };
}

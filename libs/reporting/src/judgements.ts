import { Injectable, Inject } from '@nestjs/common';
import {
  type Deployment,
  type FirstShipper,
  type Incident,
  type IncidentLink,
  judge,
  type Judgement,
  linkIncidents,
} from '@throughline/dora';
import type { Instant } from '@throughline/events';
import {
  type ClickHouseClient,
  type DeploymentScope,
  readDeploymentsFrom,
  inChunks,
  readFirstShippers,
  readIncidentsFrom,
  readSuspects,
} from '@throughline/store';
import { STORE_CLIENT } from './reporting-options.js';

export interface JudgedWindow extends Judgement {
  readonly incidents: readonly Incident[];
}

/** Judges deployments, with all that bears on what became of them. */
@Injectable()
export class Judgements {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  /** Of the deployments since a moment; others are among them, which bear on these. */
  async since(
    from: Instant,
    { environments, everyService, services }: DeploymentScope,
  ): Promise<JudgedWindow> {
    const window = { environments, everyService, services, from };
    const [deployments, incidents] = await Promise.all([
      readDeploymentsFrom(this.client, window),
      readIncidentsFrom(this.client, window),
    ]);
    const firstShipper = await this.firstShipper(causesOf(incidents).shas);
    return { ...judge(deployments, incidents, firstShipper.find), incidents };
  }

  /** Of some deployments, with others that bear on them. */
  async of(deployments: readonly Deployment[]): Promise<Judgement> {
    const finished = deployments.flatMap(({ finishedAt }) => finishedAt ?? []);
    if (finished.length === 0) return { deployments: [], links: [] };
    return this.since(Math.min(...finished), {
      environments: [...new Set(deployments.map(({ environment }) => environment))],
      everyService: false,
      services: [...new Set(deployments.map(({ service }) => service))],
    });
  }

  /** The deployments, of any age, that some incidents go back to. */
  async linksOf(
    incidents: readonly Incident[],
    environments: string[],
  ): Promise<readonly IncidentLink[]> {
    const { ids, versions, shas } = causesOf(incidents);
    if (ids.length + versions.length + shas.length === 0) return [];
    const firstShipper = await this.firstShipper(shas);
    const suspects = await readSuspects(this.client, {
      environments,
      ids: [...ids, ...firstShipper.ids],
      versions,
      shas,
    });
    return linkIncidents(suspects, incidents, firstShipper.find);
  }

  private async firstShipper(
    shas: string[],
  ): Promise<{ readonly find: FirstShipper; readonly ids: readonly string[] }> {
    if (shas.length === 0) return { find: () => undefined, ids: [] };
    const rows = await inChunks(shas, (chunk) => readFirstShippers(this.client, { shas: chunk }));
    const key = (service: string, environment: string, sha: string) =>
      JSON.stringify([service, environment, sha]);
    const shippers = new Map(
      rows.map((row) => [key(row.service, row.environment, row.sha), row.shipper]),
    );
    return {
      find: (service, environment, sha) => shippers.get(key(service, environment, sha)),
      ids: [...shippers.values()],
    };
  }
}

/** What incidents name as their causes. */
function causesOf(incidents: readonly Incident[]) {
  const named = (read: (cause: NonNullable<Incident['cause']>) => string | undefined) => [
    ...new Set(incidents.flatMap(({ cause }) => (cause && read(cause)) ?? [])),
  ];
  return {
    ids: named(({ deploymentId }) => deploymentId),
    versions: named(({ version }) => version),
    shas: named(({ sha }) => sha),
  };
}

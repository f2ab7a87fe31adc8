import { Injectable, Inject } from '@nestjs/common';
import {
  type Deployment,
  type FirstShipper,
  type Incident,
  judge,
  type Judgement,
} from '@throughline/dora';
import type { Instant } from '@throughline/events';
import {
  type ClickHouseClient,
  type DeploymentScope,
  readDeploymentsFrom,
  readFirstShippers,
  readIncidentsFrom,
} from '@throughline/store';
import { STORE_CLIENT } from './reporting-options.js';

export interface JudgedWindow extends Judgement {
  readonly incidents: readonly Incident[];
}

/** Judges the deployments of a window, with all later ones and all incidents that bear on them. */
@Injectable()
export class Judgements {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  async since(from: Instant, scope: DeploymentScope): Promise<JudgedWindow> {
    const { environments, everyService, services } = scope;
    const window = { environments, everyService, services, from };
    const [deployments, incidents] = await Promise.all([
      readDeploymentsFrom(this.client, window),
      readIncidentsFrom(this.client, window),
    ]);
    return { ...judge(deployments, incidents, await this.firstShipper(incidents)), incidents };
  }

  /** Judges some deployments only, with what bears on them. */
  async of(deployments: readonly Deployment[]): Promise<Judgement> {
    const finished = deployments.flatMap(({ finishedAt }) => finishedAt ?? []);
    if (finished.length === 0) return { deployments: [], links: [] };
    return this.since(Math.min(...finished), {
      environments: [...new Set(deployments.map(({ environment }) => environment))],
      everyService: false,
      services: [...new Set(deployments.map(({ service }) => service))],
    });
  }

  private async firstShipper(incidents: readonly Incident[]): Promise<FirstShipper> {
    const shas = [...new Set(incidents.flatMap(({ cause }) => cause?.sha ?? []))];
    if (shas.length === 0) return () => undefined;
    const key = (service: string, environment: string, sha: string) =>
      JSON.stringify([service, environment, sha]);
    const shippers = new Map(
      (await readFirstShippers(this.client, { shas })).map((row) => [
        key(row.service, row.environment, row.sha),
        row.shipper,
      ]),
    );
    return (service, environment, sha) => shippers.get(key(service, environment, sha));
  }
}

import { Injectable, Inject } from '@nestjs/common';
import {
  type Definition,
  type Deployment,
  deploymentKey,
  type FailureLink,
  type FirstShipper,
  type Incident,
  incidentKey,
  judge,
  type Judgement,
  type Period,
} from '@throughline/dora';
import type { Instant } from '@throughline/events';
import {
  type ClickHouseClient,
  type DeploymentScope,
  inChunks,
  readDeploymentsFrom,
  readDeploymentsIn,
  readFirstShippers,
  readHotfixes,
  readIncidentsFrom,
  readReverts,
  readVerdicts,
} from '@throughline/store';
import { StoreMemory } from './memory/store-memory.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from './reporting-options.js';

export interface JudgedWindow extends Judgement {
  readonly incidents: readonly Incident[];
}

/** As measured with deployments that say what most say. */
const BYTES_A_DEPLOYMENT = 1_000;

function bytesOf({ deployments, incidents }: JudgedWindow): number {
  return (deployments.length + incidents.length) * BYTES_A_DEPLOYMENT;
}

/** Judges deployments, with all that bears on what became of them. */
@Injectable()
export class Judgements {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly memory: StoreMemory,
  ) {}

  /** Of the deployments since a moment; others are among them, which bear on these. */
  since(
    from: Instant,
    { environments, everyService, services }: DeploymentScope,
    definition: Definition,
  ): Promise<JudgedWindow> {
    const scope = { environments, everyService, services };
    return this.memory.recall(
      ['judged', from, scope, definition.id],
      () => this.afresh(from, scope, definition),
      bytesOf,
    );
  }

  /** The same as {@link since}, worked out now and not remembered: for whoever goes by what has just changed. */
  async afresh(
    from: Instant,
    { environments, everyService, services }: DeploymentScope,
    definition: Definition,
  ): Promise<JudgedWindow> {
    const { production } = this.options;
    const place = {
      // What does not say where it happened may have happened in any production environment.
      environments: [...new Set([...environments, ...production])],
      everyService,
      services,
    };
    const window = { ...place, from };
    const [deployments, incidents, verdicts, reverts, hotfixes] = await Promise.all([
      readDeploymentsFrom(this.client, window),
      readIncidentsFrom(this.client, window),
      readVerdicts(this.client, place),
      readReverts(this.client, window),
      readHotfixes(this.client, window),
    ]);
    const judgement = judge(
      {
        deployments,
        incidents,
        verdicts,
        reverts,
        hotfixes: new Set(hotfixes.map(deploymentKey)),
        firstShipper: await this.firstShipper(incidents),
        production,
      },
      definition,
    );
    return { ...judgement, incidents };
  }

  /** The deployments of a window by what each says of itself, with nothing that others say of it. */
  async byThemselves(
    { start, end }: Period,
    { environments, everyService, services }: DeploymentScope,
    definition: Definition,
  ): Promise<JudgedWindow> {
    const scope = { environments, everyService, services };
    const evidence = {
      deployments: await readDeploymentsIn(this.client, { ...scope, from: start, to: end }),
      incidents: [],
      verdicts: [],
      reverts: [],
      hotfixes: new Set<string>(),
      firstShipper: () => undefined,
      production: [],
    };
    return { ...judge(evidence, definition), incidents: [] };
  }

  /** Of some deployments, with others that bear on them. */
  async of(deployments: readonly Deployment[], definition: Definition): Promise<Judgement> {
    const finished = deployments.flatMap(({ finishedAt }) => finishedAt ?? []);
    if (finished.length === 0) return { deployments: [], links: [] };
    const scope = {
      environments: [...new Set(deployments.map(({ environment }) => environment))],
      everyService: false,
      services: [...new Set(deployments.map(({ service }) => service))],
    };
    return this.since(Math.min(...finished), scope, definition);
  }

  /** The deployments, of any age, that some incidents go back to. */
  async linksOf(
    incidents: readonly Incident[],
    environments: string[],
    definition: Definition,
  ): Promise<readonly FailureLink[]> {
    const opened = incidents.map(({ openedAt }) => openedAt);
    if (opened.length === 0) return [];
    // One that names no service may be about any.
    const everyService = incidents.some(({ services }) => services.length === 0);
    const services = [...new Set(incidents.flatMap((incident) => incident.services))];
    const scope = { environments, everyService, services };
    const { links } = await this.since(Math.min(...opened), scope, definition);
    const asked = new Set(incidents.map(incidentKey));
    return links.filter(
      ({ incident }) => incident !== undefined && asked.has(incidentKey(incident)),
    );
  }

  private async firstShipper(incidents: readonly Incident[]): Promise<FirstShipper> {
    const shas = [...new Set(incidents.flatMap(({ cause }) => cause?.sha ?? []))];
    if (shas.length === 0) return () => undefined;
    const rows = await inChunks(shas, (chunk) => readFirstShippers(this.client, { shas: chunk }));
    const key = (service: string, environment: string, sha: string) =>
      JSON.stringify([service, environment, sha]);
    const shippers = new Map(
      rows.map((row) => [key(row.service, row.environment, row.sha), row.shipper]),
    );
    return (service, environment, sha) => shippers.get(key(service, environment, sha));
  }
}

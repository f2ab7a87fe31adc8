import { once } from 'node:events';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BUILT_IN_DEFINITIONS } from '@throughline/dora';
import {
  type ApiDocument,
  createHttpApplication,
  createLogger,
  HealthRegistry,
  loadConfiguration,
  OpenApiModule,
} from '@throughline/service-kit';
import { eventOf, openTestStore, recordEvents, type TestStore } from '@throughline/testing';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { reportingPaths } from './openapi/reporting-paths.js';
import { ReportingModule } from './reporting.module.js';
import type { ReportingOptions } from './reporting-options.js';

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

/** The query API on loopback and a store of its own. Every answer is held to the OpenAPI document. */
export class QueryApi {
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });

  private constructor(
    readonly store: TestStore,
    private readonly application: NestFastifyApplication,
    readonly url: string,
    private readonly document: ApiDocument,
  ) {
    addFormats.default(this.ajv);
  }

  static async start(
    asked: Pick<ReportingOptions, 'production' | 'services' | 'now'> & Partial<ReportingOptions>,
  ): Promise<QueryApi> {
    const options = {
      definitions: BUILT_IN_DEFINITIONS,
      environmentClasses: {},
      publicBadges: { everything: false, services: [], teams: [], repositories: [] },
      ...asked,
    };
    const store = await openTestStore();
    const reporting = ReportingModule.register(store.client, options);
    const application = await createHttpApplication(
      {
        ...reporting,
        imports: [...(reporting.imports ?? []), OpenApiModule.register(reportingPaths())],
      },
      {
        configuration: loadConfiguration({
          variables: {},
          workingDirectory: store.dataDirectory,
        }),
        logger: createLogger({ service: 'query-api', level: 'silent' }),
        health: new HealthRegistry(),
      },
    );
    await application.listen(0, '127.0.0.1');
    const url = await application.getUrl();
    const document = await fetch(`${url}/v1/openapi.json`);
    return new QueryApi(store, application, url, (await document.json()) as ApiDocument);
  }

  async stop(): Promise<void> {
    const { server } = this.application.getHttpAdapter().getInstance();
    const closed = once(server, 'close');
    server.closeAllConnections();
    await this.application.close();
    await closed;
    await this.store.close();
  }

  /** Brings events, as a client would write them, into the store. */
  async record(events: readonly unknown[], receivedAt?: number): Promise<void> {
    await recordEvents(
      this.store.client,
      events.map((event) => eventOf(event, receivedAt)),
    );
  }

  /** Forgets everything that was recorded. */
  async forget(): Promise<void> {
    for (const table of TABLES) {
      await this.store.client.command({ query: `TRUNCATE TABLE ${table}` });
    }
  }

  async ask<Body>(path: string): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}${path}`);
    const text = await response.text();
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const body: unknown = type.endsWith('json') ? JSON.parse(text) : undefined;
    if (response.status === 200 && body !== undefined) this.validate(path, body);
    return { status: response.status, headers: response.headers, text, body: body as Body };
  }

  private validate(path: string, body: unknown): void {
    const template = Object.keys(this.document.paths ?? {}).find((candidate) =>
      new RegExp(`^${candidate.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(
        path.split('?', 1)[0] ?? '',
      ),
    );
    if (template === undefined) throw new Error(`the OpenAPI document does not have ${path}`);
    const validate = this.validators.get(template) ?? this.compile(template);
    if (!validate(body)) {
      throw new Error(`${path} answers another shape: ${this.ajv.errorsText(validate.errors)}`);
    }
  }

  private compile(template: string): ValidateFunction {
    const schema = this.document.paths?.[template]?.get?.responses?.['200'] as {
      readonly content: { readonly 'application/json': { readonly schema: object } };
    };
    const validate = this.ajv.compile({
      ...schema.content['application/json'].schema,
      components: this.document.components,
    });
    this.validators.set(template, validate);
    return validate;
  }
}

const TABLES = [
  'commits',
  'artifacts',
  'artifact_names',
  'changes',
  'reviews',
  'deployments',
  'incidents',
  'verdicts',
  'verdict_history',
  'service_versions',
  'quarantine',
  'shipment_generations',
  'shipments',
  'shipment_contributions',
  'ingestion_progress',
];

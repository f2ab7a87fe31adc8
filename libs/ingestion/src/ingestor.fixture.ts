import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type EventLog, type LogMessage, openEmbeddedEventLog } from '@throughline/event-log';
import { ALL_TOPICS, EVENT_TYPES, TOPICS } from '@throughline/events';
import {
  type Configuration,
  createHttpApplication,
  createLogger,
  HealthRegistry,
  loadConfiguration,
} from '@throughline/service-kit';
import { IngestionModule } from './ingestion.module.js';
import type { IngestionOptions } from './options.js';

export const RECEIVED_AT = Date.UTC(2026, 2, 1);
export const IDENTITY_KEY = 'the key of the hashes of people';

type Inject = Exclude<Parameters<NestFastifyApplication['inject']>[0], string>;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, unknown>;
}

/** An ingestor on the real HTTP stack and a real log in a directory of its own. */
export class Ingestor {
  /** Made to reject instead of appending, while it is set. */
  failure: Error | undefined;
  /** Awaited before anything is appended. */
  gate: Promise<void> = Promise.resolve();
  readonly lines: string[] = [];

  private constructor(
    private readonly directory: string,
    private readonly log: EventLog,
    private readonly started: { application?: NestFastifyApplication },
  ) {}

  static async start(
    changes: Partial<IngestionOptions> = {},
    tokens: Configuration['tokens'] = [],
  ): Promise<Ingestor> {
    const directory = await mkdtemp(join(tmpdir(), 'throughline-ingestion-'));
    const log = await openEmbeddedEventLog({ directory, topics: ALL_TOPICS });
    const ingestor = new Ingestor(directory, log, {});
    const module = IngestionModule.register({
      log: ingestor.#switched(),
      accepts: new Set(EVENT_TYPES),
      sources: {},
      services: [],
      identityKey: IDENTITY_KEY,
      clock: () => RECEIVED_AT,
      ...changes,
    });
    ingestor.started.application = await createHttpApplication(module, {
      configuration: {
        ...loadConfiguration({ variables: {}, workingDirectory: directory }),
        tokens,
      },
      logger: createLogger({
        service: 'ingestor',
        level: 'debug',
        destination: { write: (line) => ingestor.lines.push(line) },
      }),
      health: new HealthRegistry(),
    });
    return ingestor;
  }

  get application(): NestFastifyApplication {
    if (this.started.application === undefined) throw new Error('the ingestor did not start');
    return this.started.application;
  }

  async stop(): Promise<void> {
    await this.started.application?.close();
    await this.log.close();
    await rm(this.directory, { recursive: true });
  }

  async request(options: Inject): Promise<Answer> {
    const { statusCode, headers, body } = await this.application.inject(options);
    const json = String(headers['content-type']).includes('json');
    return {
      status: statusCode,
      headers,
      body: json ? (JSON.parse(body) as Record<string, unknown>) : { text: body },
    };
  }

  /** Posts to `/v1/events`; anything but text and bytes as JSON. */
  post(body: unknown, headers: Record<string, string> = {}, query = ''): Promise<Answer> {
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    return this.request({
      method: 'POST',
      url: `/v1/events${query}`,
      headers: { 'content-type': 'application/json', ...headers },
      payload: raw ? body : JSON.stringify(body),
    });
  }

  /** Everything that is in the log, in whatever order. */
  async messages(topics: readonly string[] = ALL_TOPICS): Promise<LogMessage[]> {
    const group = `reader-${Math.random()}`;
    const read: LogMessage[] = [];
    let caughtUp: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (caughtUp = resolve));
    const check = async () => {
      const lags = await this.log.lag(group);
      if (lags.length > 0 && lags.every(({ lag }) => lag === 0)) caughtUp();
    };
    const consumption = await this.log.consume({ group, topics }, async ({ messages }) => {
      read.push(...messages);
      setImmediate(() => void check());
      return Promise.resolve();
    });
    const poll = setInterval(() => void check(), 5);
    await done;
    clearInterval(poll);
    await consumption.stop();
    return read;
  }

  /** The events in the log, as they are stored. */
  async events(): Promise<Record<string, unknown>[]> {
    const topics = ALL_TOPICS.filter((topic) => topic !== TOPICS.quarantine);
    return (await this.messages(topics)).map(contentOf);
  }

  async quarantined(): Promise<Record<string, unknown>[]> {
    return (await this.messages([TOPICS.quarantine])).map(contentOf);
  }

  #switched(): EventLog {
    const { log } = this;
    return {
      append: async (records) => {
        await this.gate;
        if (this.failure) throw this.failure;
        await log.append(records);
      },
      consume: (subscription, handle) => log.consume(subscription, handle),
      lag: (group) => log.lag(group),
      ready: () => log.ready(),
      close: () => log.close(),
    };
  }
}

function contentOf({ value }: LogMessage): Record<string, unknown> {
  return JSON.parse(value.toString()) as Record<string, unknown>;
}

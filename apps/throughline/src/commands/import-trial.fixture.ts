import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Answer,
  type RecordedRequest,
  type RecordingApi,
  recordingApi,
} from '../api/recording-api.fixture.js';
import { type Ran, runCli } from '../cli.fixture.js';
import {
  type Interruption,
  type Resources,
  type StandInHost,
  standInHost,
} from '../hosts/stand-in-host.fixture.js';

/** A delivery as an import sends it. */
export interface Sent {
  readonly headers: Record<string, string>;
  readonly payload: Record<string, Record<string, unknown>>;
}

/** Imports from a host that stands in for the real one, to a platform that keeps what it gets. */
export class ImportTrial {
  /** Whether the platform refuses what it is sent, as one that is not there any more. */
  isAway: () => boolean = () => false;
  host: StandInHost | undefined;
  private platform!: RecordingApi;
  private readonly folder = mkdtempSync(join(tmpdir(), 'throughline-import-'));

  private constructor(
    private readonly words: readonly string[],
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** @param words what is imported from where: `github acme/shop` */
  static async start(
    words: readonly string[],
    environment: Readonly<Record<string, string>>,
  ): Promise<ImportTrial> {
    const trial = new ImportTrial(words, environment);
    trial.platform = await recordingApi((request) => trial.answer(request));
    return trial;
  }

  async stop(): Promise<void> {
    await this.platform.close();
    await this.host?.close();
    rmSync(this.folder, { recursive: true });
  }

  async importFrom(
    resources: Resources,
    words: readonly string[] = [],
    interrupt?: (path: string, index: number) => Interruption | undefined,
  ): Promise<Ran> {
    await this.host?.close();
    this.host = await standInHost(resources, ({ path }, index) => interrupt?.(path, index));
    return this.importAgain(words);
  }

  /** From the same host. */
  importAgain(words: readonly string[]): Promise<Ran> {
    const addresses = ['--api', String(this.host?.url), '--url', this.platform.url];
    return runCli(['import', ...this.words, ...addresses, ...words], {
      environment: this.environment,
      workingDirectory: this.folder,
    });
  }

  /** The platform by another of its names. */
  get platformElsewhere(): string {
    return this.platform.url.replace('127.0.0.1', 'localhost');
  }

  eventsSent(): readonly Record<string, unknown>[] {
    return this.platform.requests
      .filter(({ path }) => path === '/v1/events')
      .flatMap(({ body }) => body.trim().split('\n'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  deliveriesSent(): readonly Sent[] {
    return this.platform.requests
      .filter(({ path }) => path.startsWith('/v1/imports/'))
      .flatMap(({ body }) => (JSON.parse(body) as { deliveries: Sent[] }).deliveries);
  }

  private answer({ method, path, body }: RecordedRequest): Answer {
    if (method === 'GET') return { status: 404, body: { code: 'TL_NOT_FOUND' } };
    if (this.isAway()) return { status: 400, body: { title: 'not today' } };
    if (path === '/v1/events') {
      return { status: 202, body: { accepted: body.trim().split('\n').length, duplicates: 0 } };
    }
    const { deliveries } = JSON.parse(body) as { deliveries: unknown[] };
    const receipt = { accepted: deliveries.length, duplicates: 0, quarantined: 0 };
    return { status: 202, body: { ...receipt, ignored: 0, refused: [] } };
  }
}

import { until } from '@throughline/testing';

export type Json = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** An answer that is no JSON is empty. */
  readonly body: Json;
}

/** There was no answer, or not all of it: the platform is not there, or went away meanwhile. */
export class ConnectionLost extends Error {}

/** A deployment as `GET /v1/deployments` shows it; what the tests look at. */
export interface DeploymentItem {
  readonly id: string;
  readonly commits: number;
  readonly mergeCommits: number;
  readonly leadTime: Readonly<Record<'p50' | 'p90' | 'mean' | 'sum', number | null>>;
}

/** A row of `GET /v1/metrics`; what the tests look at. */
export interface MetricsRow {
  readonly group: Readonly<Record<string, string | null>>;
  readonly deploymentFrequency: { readonly deployments: number };
  readonly changeLeadTime: Readonly<
    Record<'commits' | 'mergeCommits' | 'baselineCommits', number> &
      Record<'p50' | 'p90' | 'mean', number | null>
  >;
  readonly changeFailRate: { readonly failed: number; readonly deployments: number };
}

/** All time that an event can speak of. */
export const ALWAYS = { from: '1970-01-01', to: '2099-12-31' };

const NDJSON = { 'content-type': 'application/x-ndjson' };
const MOST_A_PAGE = '1000';

/** Talks to a platform as any client of its HTTP API does; the two addresses differ for separate services. */
export class PlatformClient {
  constructor(
    private readonly ingestor: string,
    private readonly queryApi = ingestor,
  ) {}

  async post(
    body: RequestInit['body'],
    headers: Record<string, string> = {},
    query = '',
  ): Promise<Answer> {
    const url = `${this.ingestor}/v1/events${query}`;
    const content = { 'content-type': 'application/json', ...headers };
    // What fetch wants to be told before it takes a stream.
    return fetched(url, { method: 'POST', body, headers: content, duplex: 'half' });
  }

  /** Sends events in one request; what is not answered 202 is an error. */
  async send(events: readonly object[]): Promise<void> {
    const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
    const { status, body } = await this.post(lines, NDJSON);
    if (status !== 202) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  }

  async get(path: string, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask(`${path}?${new URLSearchParams(query).toString()}`);
  }

  /** @param question path and query as they go over the wire */
  async ask(question: string): Promise<Answer> {
    return fetched(`${this.queryApi}${question}`);
  }

  /** Every page of the deployments, oldest first. */
  async deployments(query: Readonly<Record<string, string>>): Promise<DeploymentItem[]> {
    const items: DeploymentItem[] = [];
    let cursor: string | null = null;
    do {
      const page = { ...ALWAYS, ...query, limit: MOST_A_PAGE, ...(cursor !== null && { cursor }) };
      const { body } = await this.get('/v1/deployments', page);
      items.push(...(body['items'] as DeploymentItem[]));
      cursor = body['nextCursor'] as string | null;
    } while (cursor !== null);
    return items.reverse();
  }

  async metrics(query: Readonly<Record<string, string>>): Promise<readonly MetricsRow[]> {
    const { body } = await this.get('/v1/metrics', { ...ALWAYS, ...query });
    return body['rows'] as MetricsRow[];
  }

  /**
   * Resolves once everything that was sent about a repository before is stored and related. One repository's events
   * keep their order in the log, so a marker that is sent behind them becomes visible after them; a second one, sent
   * once the first is visible, proves that the first one's batch is done as a whole.
   */
  async settled(repository: string): Promise<void> {
    for (const digit of ['1', '2']) {
      const id = `marker-${digit}-${crypto.randomUUID()}`;
      const sha = id.replace(/\D/g, '').padEnd(40, digit).slice(0, 40);
      const place = { service: id, environment: 'markers' };
      await this.send([
        { type: 'commit', repository, sha, parents: [], authoredAt: 1 },
        { type: 'deployment', ...place, id, repository, sha, status: 'succeeded', finishedAt: 2 },
      ]);
      await until(`everything about ${repository} to be stored`, async () => {
        const [marker] = await this.deployments(place);
        return marker?.commits === 1 ? marker : undefined;
      });
    }
  }
}

async function fetched(url: string, request?: RequestInit): Promise<Answer> {
  const { status, headers, text } = await received(url, request);
  return { status, headers, body: text.startsWith('{') ? (JSON.parse(text) as Json) : {} };
}

async function received(url: string, request?: RequestInit) {
  try {
    const response = await fetch(url, request);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw new ConnectionLost(`${url} did not answer`, { cause: error });
  }
}

import { z } from 'zod';
import { CommandFailure } from '../command-failure.js';
import { ApiFailure, apiFailureOf } from './api-failure.js';
import { connectionCodeOf, isTimeout, type Patience, withRetries } from './retries.js';

const ANSWER_WITHIN_MS = 120_000;

const receiptSchema = z.object({
  accepted: z.int(),
  duplicates: z.int().default(0),
  quarantined: z.int().default(0),
});

/** How many events of a request went where. */
export type Receipt = z.output<typeof receiptSchema>;

const importReceiptSchema = receiptSchema.extend({
  ignored: z.int(),
  refused: z.array(z.object({ index: z.int(), reason: z.string() })),
});

/** What became of deliveries: of the events in them, and of those that had none. */
export type ImportReceipt = z.output<typeof importReceiptSchema>;

export interface ApiAddress {
  /** Where the platform is, with the path a proxy may keep it under. */
  readonly url: string;
  readonly token?: string | undefined;
}

/** The platform as anybody sees it: its public HTTP API. */
export class ApiClient {
  constructor(
    private readonly address: ApiAddress,
    private readonly patience: Patience,
  ) {}

  /** @returns the body as the platform wrote it */
  async get(path: string, query: Readonly<Record<string, string | undefined>>): Promise<string> {
    const url = this.locate(path);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    return this.request(url, { method: 'GET' });
  }

  /** Asks a question that has a body and changes nothing, so that it may be asked again. */
  async ask(path: string, body: object): Promise<string> {
    return this.request(this.locate(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Sends events, one a line, and resolves once the platform has them durably. */
  async sendEvents(
    lines: readonly string[],
    options: { readonly quarantineInvalid?: boolean } = {},
  ): Promise<Receipt> {
    const url = this.locate('/v1/events');
    if (options.quarantineInvalid === true) url.searchParams.set('invalid', 'quarantine');
    const answer = await this.request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${lines.join('\n')}\n`,
    });
    return this.read(receiptSchema, answer);
  }

  /**
   * Sends events, as JSON or as NDJSON, in place of something in quarantine.
   *
   * @param said.source whose payload it is in place of events, for its expression to read again
   */
  async sendQuarantinedAgain(
    id: string,
    body: string,
    said: { readonly by?: string | undefined; readonly source?: string | undefined },
  ): Promise<Receipt> {
    const url = this.locate(`/v1/quarantine/${encodeURIComponent(id)}/send-again`);
    if (said.by !== undefined) url.searchParams.set('by', said.by);
    if (said.source !== undefined) url.searchParams.set('source', said.source);
    const type = isJson(body) ? 'application/json' : 'application/x-ndjson';
    const answer = await this.request(url, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    return this.read(receiptSchema, answer);
  }

  /** Settles something in quarantine without sending anything in its place. */
  async discardQuarantined(id: string, reason: string, by: string | undefined): Promise<void> {
    await this.request(this.locate(`/v1/quarantine/${encodeURIComponent(id)}`), {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason, by }),
    });
  }

  /** Sends what a source would have delivered, and resolves once what it says is durable. */
  async sendDeliveries(source: string, deliveries: readonly object[]): Promise<ImportReceipt> {
    const answer = await this.ask(`/v1/imports/${source}`, { deliveries });
    return this.read(importReceiptSchema, answer);
  }

  /** Reads an answer; one of another shape means that something else listens at the address. */
  read<Schema extends z.ZodType>(schema: Schema, answer: string): z.output<Schema> {
    try {
      return schema.parse(JSON.parse(answer));
    } catch (error) {
      throw new CommandFailure(
        `what ${this.address.url} answered is not understood: check --url, and that the platform is of this version`,
        { cause: error },
      );
    }
  }

  private get answerWithinMs(): number {
    return this.patience.answerWithinMs ?? ANSWER_WITHIN_MS;
  }

  private locate(path: string): URL {
    return new URL(this.address.url.replace(/\/*$/, path));
  }

  private async request(url: URL, init: RequestInit): Promise<string> {
    try {
      return await withRetries(() => this.attempt(url, init), this.patience);
    } catch (error) {
      if (error instanceof ApiFailure || this.patience.signal?.aborted === true) throw error;
      throw new CommandFailure(this.unreachable(error), { cause: error });
    }
  }

  private async attempt(url: URL, init: RequestInit): Promise<string> {
    const { token } = this.address;
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const limits = [AbortSignal.timeout(this.answerWithinMs), this.patience.signal];
    const signal = AbortSignal.any(limits.filter((limit) => limit !== undefined));
    const response = await fetch(url, { ...init, headers, signal });
    if (!response.ok) throw await apiFailureOf(response);
    return response.text();
  }

  private unreachable(error: unknown): string {
    const { url } = this.address;
    if (isTimeout(error)) {
      return `${url} did not answer within ${this.answerWithinMs / 1000} s: look at its log, then try again`;
    }
    const code = connectionCodeOf(error);
    return code === 'ECONNREFUSED'
      ? `nothing listens at ${url}: start the platform with \`throughline serve\`, or name its address with --url`
      : `${url} cannot be reached${code === '' ? '' : ` (${code})`}: check --url and the network`;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

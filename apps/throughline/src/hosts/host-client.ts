import { setTimeout as pauseFor } from 'node:timers/promises';
import { ApiFailure, readRetryAfter } from '../api/api-failure.js';
import { connectionCodeOf, isTimeout, withRetries } from '../api/retries.js';
import { CommandFailure } from '../command-failure.js';
import { nextPageOf } from './next-page.js';
import { type Answer, limitedForMs } from './rate-limit.js';

const ANSWER_WITHIN_MS = 60_000;

/** Whose API is read. */
export interface Host {
  readonly title: string;
  /** `https://api.github.com`; what is behind it is asked for by the paths of the API's documentation. */
  readonly api: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What its token needs to be allowed to read, in words. */
  readonly permissions: string;
}

export interface HostPatience {
  readonly note: (line: string) => void;
  readonly pause?: (ms: number) => Promise<unknown>;
  readonly now?: () => number;
}

export interface Page {
  readonly items: readonly unknown[];
  /** The address of the page after it. */
  readonly next: string | undefined;
}

/** The host answered that it will not give what was asked for. */
export class HostRefusal extends CommandFailure {
  override readonly name = 'HostRefusal';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The API of a host of repositories. It keeps to the host's limits however long that takes, tries again
 * what passes by itself, and says of the rest what to do.
 */
export class HostClient {
  private readonly pause: (ms: number) => Promise<unknown>;
  private readonly now: () => number;
  /** When the host takes requests again, in unix milliseconds. */
  private takesNoneBefore = 0;

  constructor(
    private readonly host: Host,
    private readonly patience: HostPatience,
  ) {
    this.pause = patience.pause ?? pauseFor;
    this.now = patience.now ?? Date.now;
  }

  /** @throws CommandFailure */
  async get(address: string): Promise<unknown> {
    return this.read(address, await this.request(address, 'GET'));
  }

  /** @param list what the list stands under, where the page is no list itself */
  async page(address: string, list?: string): Promise<Page> {
    const answer = await this.request(address, 'GET');
    const body = this.read(address, answer);
    const items = list === undefined ? body : (body as Record<string, unknown> | null)?.[list];
    if (!Array.isArray(items)) throw this.notUnderstood(address);
    return { items, next: nextPageOf(answer.headers.get('link')) };
  }

  /**
   * Every item from a page on.
   *
   * @throws HostRefusal
   */
  async all(address: string): Promise<readonly unknown[]> {
    const all: unknown[] = [];
    for (let next: string | undefined = address; next !== undefined;) {
      const page: Page = await this.page(next);
      all.push(...page.items);
      ({ next } = page);
    }
    return all;
  }

  async post(address: string): Promise<void> {
    await this.request(address, 'POST');
  }

  private async request(address: string, method: 'GET' | 'POST'): Promise<Answer> {
    const url = this.locate(address);
    for (let refusals = 0; ; refusals += 1) {
      await this.waitForLimit();
      const answer = await this.answerOf(url, method);
      // Where a redirect led to: what another host says is not this one's word.
      this.locate(answer.address);
      const pauseMs = limitedForMs(answer, this.now(), refusals);
      if (pauseMs !== undefined) this.takesNoneBefore = this.now() + pauseMs;
      if (answer.status < 300) return answer;
      if (pauseMs === undefined) throw this.refusal(url, answer);
    }
  }

  /** An answer that is not for the host to give again: 5xx and cut connections are tried again before. */
  private async answerOf(url: URL, method: string): Promise<Answer & { readonly address: string }> {
    try {
      return await withRetries(
        async () => {
          const response = await fetch(url, {
            method,
            headers: this.host.headers,
            signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
          });
          const { status, headers, url: address } = response;
          // Within the try and its time: a body may be cut as well.
          const body = await response.text();
          if (status < 500) return { status, headers, body, address };
          const retryAfter = readRetryAfter(headers.get('retry-after'), this.now());
          throw new ApiFailure(status, { title: `${status}`, faults: [] }, retryAfter);
        },
        {
          pause: async (ms) => {
            await this.pause(ms);
          },
          answerWithinMs: ANSWER_WITHIN_MS,
          onRetry: (why, pauseMs) => {
            this.patience.note(`${url.host}: ${why}; trying again in ${inSeconds(pauseMs)}`);
          },
        },
      );
    } catch (error) {
      throw this.unreachable(url, error);
    }
  }

  private async waitForLimit(): Promise<void> {
    const ms = this.takesNoneBefore - this.now();
    if (ms <= 0) return;
    this.patience.note(
      `${this.host.title} takes no more requests for ${inSeconds(ms)}; going on after that`,
    );
    await this.pause(ms);
  }

  private read(address: string, { body }: Answer): unknown {
    try {
      return JSON.parse(body);
    } catch {
      throw this.notUnderstood(address);
    }
  }

  /** A page after the first is named by the host itself: it must not lead the token elsewhere. */
  private locate(address: string): URL {
    const { api } = this.host;
    const url = new URL(address.startsWith('/') ? api.replace(/\/*$/, address) : address);
    if (url.origin === new URL(api).origin) return url;
    throw new CommandFailure(
      `${api} names a page on ${url.origin}, which is not asked: check --api`,
    );
  }

  private refusal(url: URL, { status }: Answer): HostRefusal {
    const { title, permissions } = this.host;
    const advice =
      status === 401
        ? 'the token is missing, wrong or expired'
        : status === 403 || status === 404
          ? `it is not there, or the token may not read it: it needs ${permissions}`
          : 'this is not what its documentation says';
    return new HostRefusal(status, `${title} answered ${status} to ${url.pathname}: ${advice}`);
  }

  private unreachable(url: URL, error: unknown): CommandFailure {
    const why = isTimeout(error)
      ? 'did not answer in time'
      : error instanceof ApiFailure
        ? `answered ${error.problem.title ?? 'with an error'}, again and again`
        : `cannot be reached (${connectionCodeOf(error) || 'no connection'})`;
    return new CommandFailure(`${url.origin} ${why}: run the same again, it goes on from here`, {
      cause: error,
    });
  }

  private notUnderstood(address: string): CommandFailure {
    return new CommandFailure(
      `what ${this.host.title} answered at ${new URL(address, this.host.api).pathname} is not understood: check --api`,
    );
  }
}

function inSeconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

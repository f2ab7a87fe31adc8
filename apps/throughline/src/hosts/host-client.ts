import { setTimeout as pauseFor } from 'node:timers/promises';
import { ApiFailure, readRetryAfter } from '../api/api-failure.js';
import { connectionCodeOf, isTimeout, withRetries } from '../api/retries.js';
import { CommandFailure } from '../command-failure.js';
import { nextPageOf } from './next-page.js';
import { limitedForMs } from './rate-limit.js';

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

/**
 * The API of a host of repositories. It keeps to the host's limits however long that takes, tries again
 * what passes by itself, and says of the rest what to do.
 */
export class HostClient {
  private readonly pause: (ms: number) => Promise<unknown>;
  private readonly now: () => number;

  constructor(
    private readonly host: Host,
    private readonly patience: HostPatience,
  ) {
    this.pause = patience.pause ?? pauseFor;
    this.now = patience.now ?? Date.now;
  }

  /** @throws CommandFailure */
  async get(address: string): Promise<unknown> {
    const response = await this.request(address, 'GET');
    return this.read(response);
  }

  /** @param list what the list stands under, where the page is no list itself */
  async page(address: string, list?: string): Promise<Page> {
    const response = await this.request(address, 'GET');
    const body = await this.read(response);
    const items = list === undefined ? body : (body as Record<string, unknown> | null)?.[list];
    if (!Array.isArray(items)) throw this.notUnderstood(address);
    return { items, next: nextPageOf(response.headers.get('link')) };
  }

  /** Every item from a page on. */
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

  private async request(address: string, method: 'GET' | 'POST'): Promise<Response> {
    const url = this.locate(address);
    for (;;) {
      const response = await this.answerOf(url, method);
      const pauseMs = limitedForMs(response, this.now());
      if (response.ok) {
        if (pauseMs !== undefined) await this.waitForLimit(pauseMs);
        return response;
      }
      if (pauseMs === undefined) throw this.refusal(url, response);
      await this.waitForLimit(pauseMs);
    }
  }

  /** An answer that is not for the host to give again: 5xx and cut connections are tried again before. */
  private async answerOf(url: URL, method: string): Promise<Response> {
    try {
      return await withRetries(
        async () => {
          const response = await fetch(url, {
            method,
            headers: this.host.headers,
            signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
          });
          if (response.status < 500) return response;
          const retryAfter = readRetryAfter(response.headers.get('retry-after'), this.now());
          // Of a host 500 passes as often as 502 does.
          throw new ApiFailure(502, { title: `${response.status}`, faults: [] }, retryAfter);
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

  private async waitForLimit(ms: number): Promise<void> {
    this.patience.note(
      `${this.host.title} takes no more requests for ${inSeconds(ms)}; going on after that`,
    );
    await this.pause(ms);
  }

  private async read(response: Response): Promise<unknown> {
    try {
      return await response.json();
    } catch {
      throw this.notUnderstood(response.url);
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

  private refusal(url: URL, { status }: Response): CommandFailure {
    const { title, permissions } = this.host;
    const advice =
      status === 401
        ? 'the token is missing, wrong or expired'
        : status === 403 || status === 404
          ? `it is not there, or the token may not read it: it needs ${permissions}`
          : 'this is not what its documentation says';
    return new CommandFailure(`${title} answered ${status} to ${url.pathname}: ${advice}`);
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

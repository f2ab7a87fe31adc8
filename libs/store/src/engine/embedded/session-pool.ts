import type { Session } from 'chdb';
import { PooledSession } from './pooled-session.js';

interface Waiter {
  readonly take: (session: PooledSession) => void;
  readonly refuse: (reason: unknown) => void;
}

/**
 * Lends sessions of one data directory, each to one statement at a time: an engine session runs nothing in parallel.
 * Who asks first is served first. A spent session is closed and a fresh one (0.1 ms) takes its place, since rows of a
 * statement that failed half-way would come out in front of the next result of the same session.
 */
export class SessionPool {
  readonly #open: () => Session;
  readonly #size: number;
  readonly #idle: PooledSession[] = [];
  readonly #waiting: Waiter[] = [];
  #lent = 0;
  #closed = false;
  #onLastReturn: (() => void) | undefined;

  constructor(open: () => Session, size: number) {
    this.#open = open;
    this.#size = size;
  }

  /** Whether a statement runs. */
  get isBusy(): boolean {
    return this.#lent > 0;
  }

  /** Rejects with the signal's reason when it aborts while waiting for a session. */
  async borrow(signal?: AbortSignal): Promise<PooledSession> {
    if (this.#closed) throw new Error('The embedded ClickHouse is closed');
    signal?.throwIfAborted();
    if (this.#lent >= this.#size) return this.#wait(signal);
    const session = this.#next();
    this.#lent += 1;
    return session;
  }

  giveBack(session: PooledSession): void {
    if (session.spent) session.session.close();
    else this.#idle.push(session);
    this.#lent -= 1;
    const waiter = this.#waiting.shift();
    if (waiter) this.#serve(waiter);
    if (this.#lent === 0) this.#onLastReturn?.();
  }

  /** Resolves once every lent session came back and all are closed; who still waits for one is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiting.splice(0)) {
      waiter.refuse(new Error('The embedded ClickHouse was closed while the statement waited'));
    }
    if (this.#lent > 0) {
      await new Promise<void>((resolve) => {
        this.#onLastReturn = resolve;
      });
    }
    for (const { session } of this.#idle.splice(0)) session.close();
  }

  #next(): PooledSession {
    return this.#idle.pop() ?? new PooledSession(this.#open());
  }

  #serve(waiter: Waiter): void {
    try {
      const session = this.#next();
      this.#lent += 1;
      waiter.take(session);
    } catch (error) {
      waiter.refuse(error);
    }
  }

  #wait(signal: AbortSignal | undefined): Promise<PooledSession> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        waiter.refuse(signal?.reason);
      };
      const stopListening = (): void => signal?.removeEventListener('abort', leave);
      const waiter: Waiter = {
        take: (session) => {
          stopListening();
          resolve(session);
        },
        refuse: (reason) => {
          stopListening();
          reject(reason instanceof Error ? reason : new Error(String(reason)));
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(waiter);
    });
  }
}

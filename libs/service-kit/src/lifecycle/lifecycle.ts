import type { Logger } from '../telemetry/logger.js';
import { partFailedToStop, partHung } from './telemetry.js';
import { within } from './within.js';

interface OpenPart {
  readonly name: string;
  readonly stop: () => Promise<void>;
}

/** Everything together; the process promises to be gone within 10 s of a signal. */
const STOP_BUDGET_MS = 9_000;

/** What the parts that are still to be stopped are left, whatever the ones before them do. */
const RESERVED_MS = 500;

/** A part was to be opened while the process already stops. Not a failure: the start is simply given up. */
export class StoppingError extends Error {
  constructor(part: string) {
    super(`${part} is not opened: the process is stopping`);
    this.name = 'StoppingError';
  }
}

/**
 * The parts of a process in the order they need each other: what is opened first is stopped last. So a process opens
 * its store and its log, then what consumes, then HTTP, and stops taking requests first, then drains, then lets go.
 * It stands in for the framework's shutdown hooks, whose order across modules is nothing to rely on.
 */
export class Lifecycle {
  readonly #parts: OpenPart[] = [];
  readonly #logger: Logger;
  readonly #onFailure: (part: string, error: unknown) => void;
  readonly #budgetMs: number;
  #opening: Promise<unknown> = Promise.resolve();
  #stopping: Promise<boolean> | undefined;

  /** @param onFailure told of the first watched part that fails by itself; the process should end then */
  constructor(
    logger: Logger,
    onFailure: (part: string, error: unknown) => void,
    budgetMs = STOP_BUDGET_MS,
  ) {
    this.#logger = logger;
    this.#onFailure = onFailure;
    this.#budgetMs = budgetMs;
  }

  /** The names of what is open, in order. */
  get parts(): readonly string[] {
    return this.#parts.map(({ name }) => name);
  }

  /**
   * Opens a part and remembers how to stop it. `stop` is called at most once, and only if `start` succeeded.
   * @throws StoppingError once the process is stopping
   */
  async open<Part>(
    name: string,
    start: () => Part | Promise<Part>,
    stop: (part: Part) => void | Promise<void>,
  ): Promise<Part> {
    if (this.#stopping !== undefined) throw new StoppingError(name);
    const opening = (async () => {
      const part = await start();
      this.#parts.push({ name, stop: async () => stop(part) });
      return part;
    })();
    // A signal may come in the middle of opening; what is half open then is waited for, so that it is stopped too.
    this.#opening = Promise.allSettled([this.#opening, opening]);
    return opening;
  }

  /** Ends the process if this work fails, for example a consumption's `done`. */
  watch(name: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (this.#stopping === undefined) this.#onFailure(name, error);
      else partFailedToStop(this.#logger, { part: name, err: error });
    });
  }

  /** Stops everything in reverse order. Resolves within the budget, with whether every part stopped well. */
  stop(): Promise<boolean> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<boolean> {
    const deadline = Date.now() + this.#budgetMs;
    let well = await this.#bounded('opening', this.#opening, deadline);
    for (let part = this.#parts.pop(); part !== undefined; part = this.#parts.pop()) {
      well = (await this.#bounded(part.name, part.stop(), deadline)) && well;
    }
    return well;
  }

  async #bounded(name: string, work: Promise<unknown>, deadline: number): Promise<boolean> {
    const reserved = RESERVED_MS * this.#parts.length;
    const allowedMs = Math.max(deadline - Date.now() - reserved, RESERVED_MS);
    try {
      if (await within(allowedMs, work)) return true;
      partHung(this.#logger, { part: name, waitedMs: allowedMs });
    } catch (error) {
      partFailedToStop(this.#logger, { part: name, err: error });
    }
    return false;
  }
}

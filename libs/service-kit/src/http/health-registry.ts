import { messageOf } from '../errors/thrown.js';

/** Resolves while the thing it looks at can do its work; what it rejects with says why not. */
export type HealthCheck = () => Promise<void>;

export interface HealthReport {
  readonly name: string;
  readonly ok: boolean;
  readonly reason?: string | undefined;
}

/** A check that has said nothing for as long is taken as failed: probes give up after a few seconds. */
const PATIENCE_MS = 2_000;

/** What must work before the process may be sent requests. Modules add their own checks. */
export class HealthRegistry {
  readonly #checks = new Map<string, HealthCheck>();

  register(name: string, check: HealthCheck): void {
    if (this.#checks.has(name)) throw new Error(`there already is a health check called ${name}`);
    this.#checks.set(name, check);
  }

  report(): Promise<HealthReport[]> {
    return Promise.all([...this.#checks].map(([name, check]) => run(name, check)));
  }
}

async function run(name: string, check: HealthCheck): Promise<HealthReport> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`did not answer within ${PATIENCE_MS / 1000} s`));
    }, PATIENCE_MS);
  });
  try {
    await Promise.race([check(), silence]);
    return { name, ok: true };
  } catch (error) {
    return { name, ok: false, reason: messageOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

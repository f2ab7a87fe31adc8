import { type Resolve, resolveBySystem } from './checked-addresses.js';

/** What an attempt has of the world outside. */
export interface Outside {
  readonly resolve: Resolve;
  /** From looking up the name to the last byte of the answer. */
  readonly timeLimitMs: number;
  /** PEM: who is trusted to say whose a certificate is; by default whom Node trusts. */
  readonly certificateAuthorities?: string | undefined;
}

/** Standard Webhooks recommends to wait 15 to 30 seconds. */
export const OUTSIDE: Outside = { resolve: resolveBySystem, timeLimitMs: 15_000 };

/** Settles as the promise does, or rejects once the signal is aborted. */
export async function withinLimit<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

import { setTimeout as pauseFor } from 'node:timers/promises';
import { isError, systemCodeOf } from '../command-failure.js';
import { ApiFailure } from './api-failure.js';

const TRIES = 5;
const FIRST_PAUSE_MS = 500;
/** Nobody watches a command line longer than this for a single pause. */
const LONGEST_PAUSE_MS = 60_000;

const TOO_MANY_REQUESTS = 429;
/** From here on the fault is the server's, or a proxy's before it (520 to 530 are Cloudflare's own). */
const SERVER_FAULTS = 500;
const PASSING_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  // Of a name that is served: while a resolver is started, or the name is being moved.
  'ENOTFOUND',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
]);

export interface Patience {
  /** Told before each pause. */
  readonly onRetry: (why: string, pauseMs: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** How often at most; default: five times. */
  readonly tries?: number | undefined;
  /** How long one try may take before it is given up and made again. Default: 120 s, and no other try. */
  readonly answerWithinMs?: number | undefined;
  /** Waits; injected so that tests need not. */
  readonly pause?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Tries again while the failure is one that passes. Sending events twice is harmless,
 * so a request whose answer was lost is simply sent again.
 */
export async function withRetries<Answer>(
  attempt: () => Promise<Answer>,
  { onRetry, signal, tries = TRIES, answerWithinMs, pause = pauseWith }: Patience,
): Promise<Answer> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      const hangs = answerWithinMs !== undefined && isTimeout(error);
      if (tried === tries || !(hangs || isPassing(error))) throw error;
      const pauseMs = pauseAfter(tried, error);
      onRetry(hangs ? 'no answer' : codeOf(error), pauseMs);
      await pause(pauseMs, signal);
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof ApiFailure ? `${error.status}` : connectionCodeOf(error);
}

/** A try that took too long, as `AbortSignal.timeout` ends it: with a DOMException. */
export function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError'
  );
}

async function pauseWith(ms: number, signal?: AbortSignal): Promise<void> {
  await pauseFor(ms, undefined, signal === undefined ? {} : { signal });
}

/** The system's code of a request that got no answer: `fetch` hides it in its cause. */
export function connectionCodeOf(error: unknown): string {
  // Where a name has several addresses all were tried; node gives the whole the first one's code.
  return (isError(error) && systemCodeOf(error.cause)) || '';
}

function isPassing(error: unknown): boolean {
  return error instanceof ApiFailure
    ? error.status === TOO_MANY_REQUESTS || error.status >= SERVER_FAULTS
    : PASSING_CODES.has(connectionCodeOf(error));
}

/**
 * What the answer asks for, else half a second doubled each time; jitter on top keeps several
 * importers that were turned away together from coming back together.
 */
function pauseAfter(tried: number, error: unknown): number {
  const asked = error instanceof ApiFailure ? error.retryAfterMs : undefined;
  const backOff = FIRST_PAUSE_MS * 2 ** (tried - 1);
  const pause =
    asked === undefined ? backOff * (0.5 + Math.random() / 2) : asked + Math.random() * 250;
  return Math.min(pause, LONGEST_PAUSE_MS);
}

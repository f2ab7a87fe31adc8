import { EventSourceParserStream } from 'eventsource-parser/stream';
import { apiProblem } from './api-problem.js';

export interface LiveOptions {
  readonly url: string;
  readonly token?: (() => string | undefined) | undefined;
  readonly signal: AbortSignal;
}

/** How long to wait until the stream is opened once more, unless the server says otherwise. */
const RETRY_MS = 5_000;

/** Whether what is stored is heard of as it comes. */
export type LiveState = 'open' | 'closed';

/** How far what is stored has come. */
export interface StoredProgress {
  /** `opened`: so far when the stream was opened; `changed`: something new was stored. */
  readonly event: 'opened' | 'changed';
  readonly lastEventAt: string | null;
}

/**
 * Follows `GET /v1/live` until the signal is given: calls `onProgress` when the stream is opened and each
 * time that something new was stored, and opens the stream again when it ends, from where it ended.
 * (The browser's own `EventSource` can send no token.)
 */
export async function followChanges(
  options: LiveOptions,
  onProgress: (progress: StoredProgress) => void,
  onState: (state: LiveState) => void,
): Promise<void> {
  let retry = RETRY_MS;
  let lastEventId: string | undefined;
  while (!options.signal.aborted) {
    try {
      for await (const { id, event, data } of messages(options, lastEventId, opened, setRetry)) {
        lastEventId = id ?? lastEventId;
        if (event !== 'opened' && event !== 'changed') continue;
        const { lastEventAt } = JSON.parse(data) as { lastEventAt: string | null };
        onProgress({ event, lastEventAt });
      }
    } catch {
      // Whoever asks for numbers next learns what is wrong; until the stream is open again nothing is live.
    }
    onState('closed');
    await pause(retry, options.signal);
  }

  function opened(): void {
    onState('open');
  }

  function setRetry(milliseconds: number): void {
    retry = milliseconds;
  }
}

async function* messages(
  { url, token, signal }: LiveOptions,
  lastEventId: string | undefined,
  onOpen: () => void,
  onRetry: (milliseconds: number) => void,
) {
  const presented = token?.();
  const response = await fetch(`${url}/v1/live`, {
    signal,
    headers: {
      accept: 'text/event-stream',
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      ...(presented !== undefined && { authorization: `Bearer ${presented}` }),
    },
  });
  if (!response.ok || response.body === null) throw apiProblem(response.status, undefined);
  onOpen();
  const reader = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream({ onRetry }))
    .getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

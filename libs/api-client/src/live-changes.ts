import { EventSourceParserStream } from 'eventsource-parser/stream';
import { apiProblem } from './api-problem.js';

export interface LiveOptions {
  readonly url: string;
  readonly token?: (() => string | undefined) | undefined;
  readonly signal: AbortSignal;
}

/** How long to wait until the stream is opened once more, unless the server says otherwise. */
const RETRY_MS = 5_000;

/** Nothing was stored since, or the stream is open (again). */
export type LiveState = 'open' | 'closed';

/**
 * Follows `GET /v1/live`: calls `onChange` each time that something new was stored, until the signal is
 * given, and opens the stream again when it ends. (The browser's own `EventSource` can send no token.)
 */
export async function followChanges(
  options: LiveOptions,
  onChange: () => void,
  onState: (state: LiveState) => void,
): Promise<void> {
  let retry = RETRY_MS;
  while (!options.signal.aborted) {
    try {
      for await (const message of messages(options, opened, setRetry)) {
        if (message.event === 'changed') onChange();
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
  onOpen: () => void,
  onRetry: (milliseconds: number) => void,
) {
  const presented = token?.();
  const response = await fetch(`${url}/v1/live`, {
    signal,
    headers: {
      accept: 'text/event-stream',
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

import {
  followChanges,
  type LiveState,
  type MetricsAnswer,
  type StoredProgress,
} from '@throughline/api-client';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { storedToken } from './token.js';

/** At most so often are numbers asked again, however many events come: a page is read, not watched. */
const PAUSE_MS = 5_000;

/** Asks every shown number again when something new was stored. */
export function useLiveChanges(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('closed');
  useEffect(() => {
    const stop = new AbortController();
    const refresh = atMostEvery(PAUSE_MS, () => void refreshShown(client), stop.signal);
    const options = { url: window.location.origin, token: storedToken, signal: stop.signal };
    const follow = (progress: StoredProgress) => {
      if (progress.event === 'changed' || isBehind(client, progress)) refresh();
    };
    void followChanges(options, follow, setState);
    return () => {
      stop.abort();
    };
  }, [client]);
  return state;
}

/** Whether an answer that is shown is older than what was stored when the stream was opened. */
function isBehind(client: QueryClient, { lastEventAt }: StoredProgress): boolean {
  const answers = client.getQueriesData<MetricsAnswer>({ queryKey: ['metrics'] });
  return answers.some(([, answer]) => answer && answer.freshness.lastEventAt !== lastEventAt);
}

function refreshShown(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'definitions' });
}

/** Calls at once, and once more after the pause if it was asked for in it. */
function atMostEvery(milliseconds: number, call: () => void, signal: AbortSignal): () => void {
  let again = false;
  let pausing = false;
  return function ask(): void {
    if (signal.aborted) return;
    if (pausing) {
      again = true;
      return;
    }
    pausing = true;
    call();
    setTimeout(() => {
      pausing = false;
      if (!again) return;
      again = false;
      ask();
    }, milliseconds);
  };
}

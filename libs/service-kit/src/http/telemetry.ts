import { declareLogEvent } from '../telemetry/log-event.js';

interface RequestFields {
  readonly requestId: string;
  readonly method: string;
  /** The route's template, never the address: that may hold what nobody may read in a log. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export const requestAnswered = declareLogEvent<RequestFields>({
  event: 'http.request.answered',
  level: 'debug',
  message: 'answered a request',
});

/** The caller's fault; one line, so that a broken client can be found. */
export const requestRefused = declareLogEvent<{
  readonly requestId: string;
  readonly code: string;
  readonly status: number;
  readonly method: string;
  readonly route: string;
}>({ event: 'http.request.refused', level: 'warn', message: 'refused a request' });

/** Our fault, or that of something we need. */
export const requestFailed = declareLogEvent<{
  readonly requestId: string;
  readonly code: string;
  readonly status: number;
  readonly method: string;
  readonly route: string;
  readonly err: unknown;
}>({ event: 'http.request.failed', level: 'error', message: 'failed to answer a request' });

export const listening = declareLogEvent<{ readonly address: string }>({
  event: 'http.listening',
  level: 'info',
  message: 'listening',
});

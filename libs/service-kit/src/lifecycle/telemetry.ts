import { declareLogEvent } from '../telemetry/log-event.js';

export const processStarted = declareLogEvent<{ readonly parts: readonly string[] }>({
  event: 'process.started',
  level: 'info',
  message: 'started',
});

export const processStopping = declareLogEvent<{ readonly reason: string }>({
  event: 'process.stopping',
  level: 'info',
  message: 'stopping',
});

export const processStopped = declareLogEvent<{ readonly exitCode: number }>({
  event: 'process.stopped',
  level: 'info',
  message: 'stopped',
});

export const processCrashed = declareLogEvent<{ readonly reason: string; readonly err: unknown }>({
  event: 'process.crashed',
  level: 'fatal',
  message: 'ending because of an error',
});

export const partFailedToStop = declareLogEvent<{ readonly part: string; readonly err: unknown }>({
  event: 'process.part.stop-failed',
  level: 'error',
  message: 'a part failed to stop',
});

export const partHung = declareLogEvent<{ readonly part: string; readonly waitedMs: number }>({
  event: 'process.part.hung',
  level: 'error',
  message: 'a part did not stop in time and is left behind',
});

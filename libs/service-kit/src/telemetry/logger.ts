import { isSpanContextValid, trace } from '@opentelemetry/api';
import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { LogLevel } from '../configuration/environment.js';

export type Logger = pino.Logger;

export interface LoggerOptions {
  /** The process's name, on every line as `service`. */
  readonly service: string;
  readonly level: LogLevel;
  /** Standard output if left out. */
  readonly destination?: DestinationStream | undefined;
}

/**
 * Lines for people on a terminal, JSON elsewhere. Writing is synchronous: the line that explains a crash
 * must be out before the process is gone.
 */
export function createLogger({ service, level, destination }: LoggerOptions): Logger {
  return pino(
    { level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime, mixin: traceContext },
    destination ?? (process.stdout.isTTY ? forPeople() : pino.destination({ fd: 1, sync: true })),
  );
}

function forPeople(): DestinationStream {
  return PinoPretty({ colorize: true, ignore: 'service,event', sync: true, destination: 1 });
}

/** Joins a log line to its trace. */
function traceContext(): object {
  const context = trace.getActiveSpan()?.spanContext();
  if (context === undefined || !isSpanContextValid(context)) return {};
  return { trace_id: context.traceId, span_id: context.spanId };
}

/** Nest injection token of the process's `Logger`. */
export const LOGGER = Symbol('Logger');

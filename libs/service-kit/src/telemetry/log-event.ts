import type { Logger } from './logger.js';

type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal';

export interface LogEventDefinition {
  /** Stable and dotted, `http.request.failed`: what alerts and searches match on. */
  readonly event: string;
  readonly level: Level;
  /** The same words every time; what varies goes into the fields. */
  readonly message: string;
}

/** Writes one occurrence to a log. */
export type LogEvent<Fields extends object> = (logger: Logger, fields: Fields) => void;

/**
 * Declares something worth logging, once, in its library's `telemetry.ts`. The fields are typed so that a payload,
 * a secret or a person's name cannot slip in by logging a whole object. An error goes into the field `err`.
 */
export function declareLogEvent<Fields extends object>({
  event,
  level,
  message,
}: LogEventDefinition): LogEvent<Fields> {
  return (logger, fields) => {
    const line: object = { event, ...fields };
    logger[level](line, message);
  };
}

import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger.js';

/**
 * What Nest itself has to say, in our log. Its start-up chatter is worth `debug` only.
 * Nest passes the message first and the class it comes from last; an error's stack may stand between.
 */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(fields(message, rest), text(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(fields(message, rest), text(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace(fields(message, rest), text(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(fields(message, rest), text(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(fields(message, rest), text(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(fields(message, rest), text(message));
  }
}

function text(message: unknown): string {
  return message instanceof Error ? message.message : String(message);
}

function fields(message: unknown, rest: readonly unknown[]): object {
  const strings = rest.filter((value) => typeof value === 'string');
  const context = strings.at(-1);
  const stack = strings.length > 1 ? strings[0] : undefined;
  if (message instanceof Error) return { event: 'nest', context, err: message };
  return stack === undefined ? { event: 'nest', context } : { event: 'nest', context, stack };
}

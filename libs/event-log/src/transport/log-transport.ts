import type { CustomTransportStrategy } from '@nestjs/microservices';
import { Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Consumption, EventLog, MessageBatch } from '../event-log.js';
import { TransportError } from '../errors.js';

export interface LogTransportOptions {
  readonly log: EventLog;
  readonly group: string;
  readonly maxBatchMessages?: number;
  /** See {@link Subscription.sessionTimeoutMs}. */
  readonly sessionTimeoutMs?: number;
  /** Consuming ended by itself (see {@link Consumption.done}); the process must end. */
  readonly onFatal: (error: unknown) => void;
}

/**
 * Nest's way to the log: `@EventPattern(topic)` handlers get whole {@link MessageBatch}es, and what they
 * return (a promise, or an observable that completes) decides whether the batch is committed. Nest's own
 * Kafka transport hands over single messages and cannot do this.
 *
 * Nest turns what a handler throws into a general "Internal server error" after logging it; a microservice
 * that wants the error itself to arrive here uses {@link KeepHandlerErrors}.
 */
export class LogTransport extends Server implements CustomTransportStrategy {
  /** Tells Nest that a failed handler is reported here, and need not be a second time there. */
  override readonly propagatesEventHandlerErrors = true;
  #consumption: Consumption | undefined;

  constructor(private readonly options: LogTransportOptions) {
    super();
  }

  /** Calls back once the group is consuming, or with the error that kept it from it. */
  listen(callback: (error?: unknown) => void): void {
    this.#consume().then(() => {
      callback();
    }, callback);
  }

  /** See {@link Consumption.owns}; nothing is owned before it listens. */
  owns(topic: string, key: string): boolean {
    return this.#consumption?.owns(topic, key) ?? false;
  }

  /** Resolves once the batches in hand are handled and committed. The log stays open: others may append to it. */
  async close(): Promise<void> {
    await this.#consumption?.stop();
  }

  /** There is nothing to listen to but {@link LogTransportOptions.onFatal}. */
  on(): never {
    throw new TransportError('the log transport emits no events: pass it onFatal');
  }

  unwrap(): never {
    throw new TransportError(
      'the log transport does not give its log away: keep the one it was made with',
    );
  }

  async #consume(): Promise<void> {
    const { log, onFatal, ...subscription } = this.options;
    const topics = this.#topics();
    this.#consumption = await log.consume({ ...subscription, topics }, (batch) =>
      this.#handle(batch),
    );
    this.#consumption.done.catch(onFatal);
  }

  #topics(): string[] {
    const asking = [...this.messageHandlers].find(([, handler]) => handler.isEventHandler !== true);
    if (asking) {
      throw new TransportError(
        `"${asking[0]}" is a @MessagePattern; nobody waits for an answer at a log: use @EventPattern`,
      );
    }
    if (this.messageHandlers.size === 0) {
      throw new TransportError(
        `the group "${this.options.group}" has no handler: add @EventPattern(topic) to a method of a controller`,
      );
    }
    return [...this.messageHandlers.keys()];
  }

  async #handle(batch: MessageBatch): Promise<void> {
    const handler = this.messageHandlers.get(batch.topic);
    const result: unknown = await handler?.(batch);
    // Without a subscriber the handler's error would stay in the observable, and the batch would be committed.
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  }
}

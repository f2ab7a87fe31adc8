import { Controller } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { LogMessage, MessageBatch } from '@throughline/event-log';
import { changedMessageSchema, decidedMessageSchema, TOPICS } from '@throughline/events';
import type { z } from 'zod';
import { Alerter } from './alerter.js';

/** Takes whole batches of the log. A batch whose handler returned is committed. */
@Controller()
export class AlerterController {
  constructor(private readonly alerter: Alerter) {}

  @EventPattern(TOPICS.changed)
  changed({ messages }: MessageBatch): Promise<void> {
    return this.alerter.changed(messages.map((message) => read(changedMessageSchema, message)));
  }

  @EventPattern(TOPICS.alerts)
  decided({ messages }: MessageBatch): Promise<void> {
    return this.alerter.decided(messages.map((message) => read(decidedMessageSchema, message)));
  }
}

/** Nobody but this platform writes to these topics: what is not of their form is a fault of ours. */
function read<Schema extends z.ZodType>(schema: Schema, message: LogMessage): z.output<Schema> {
  return schema.parse(JSON.parse(message.value.toString('utf8')));
}

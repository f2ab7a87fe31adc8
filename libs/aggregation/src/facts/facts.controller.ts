import { Controller } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { MessageBatch } from '@throughline/event-log';
import { TOPICS } from '@throughline/events';
import { FactRecorder } from './fact-recorder.js';
import { QuarantineRecorder } from './quarantine-recorder.js';

/** Takes whole batches of the log. A batch whose handler returned is committed. */
@Controller()
export class FactsController {
  constructor(
    private readonly facts: FactRecorder,
    private readonly quarantine: QuarantineRecorder,
  ) {}

  @EventPattern(TOPICS.commits)
  commits(batch: MessageBatch): Promise<void> {
    return this.facts.record(batch);
  }

  @EventPattern(TOPICS.changes)
  changes(batch: MessageBatch): Promise<void> {
    return this.facts.record(batch);
  }

  @EventPattern(TOPICS.deployments)
  deployments(batch: MessageBatch): Promise<void> {
    return this.facts.record(batch);
  }

  @EventPattern(TOPICS.incidents)
  incidents(batch: MessageBatch): Promise<void> {
    return this.facts.record(batch);
  }

  @EventPattern(TOPICS.catalog)
  catalog(batch: MessageBatch): Promise<void> {
    return this.facts.record(batch);
  }

  @EventPattern(TOPICS.activity)
  activity(batch: MessageBatch): Promise<void> {
    return this.facts.record(batch);
  }

  @EventPattern(TOPICS.quarantine)
  quarantined(batch: MessageBatch): Promise<void> {
    return this.quarantine.record(batch);
  }
}

import { Controller } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { MessageBatch } from '@throughline/event-log';
import { TOPICS } from '@throughline/events';
import { ChangeTeller } from '../changed/change-teller.js';
import { FactRecorder } from './fact-recorder.js';
import { QuarantineRecorder } from './quarantine-recorder.js';

/** Takes whole batches of the log. A batch whose handler returned is committed. */
@Controller()
export class FactsController {
  constructor(
    private readonly facts: FactRecorder,
    private readonly teller: ChangeTeller,
    private readonly quarantine: QuarantineRecorder,
  ) {}

  @EventPattern(TOPICS.commits)
  commits(batch: MessageBatch): Promise<void> {
    return this.record(batch);
  }

  @EventPattern(TOPICS.changes)
  changes(batch: MessageBatch): Promise<void> {
    return this.record(batch);
  }

  @EventPattern(TOPICS.deployments)
  deployments(batch: MessageBatch): Promise<void> {
    return this.record(batch);
  }

  @EventPattern(TOPICS.incidents)
  incidents(batch: MessageBatch): Promise<void> {
    return this.record(batch);
  }

  @EventPattern(TOPICS.catalog)
  catalog(batch: MessageBatch): Promise<void> {
    return this.record(batch);
  }

  @EventPattern(TOPICS.activity)
  activity(batch: MessageBatch): Promise<void> {
    return this.record(batch);
  }

  @EventPattern(TOPICS.quarantine)
  quarantined(batch: MessageBatch): Promise<void> {
    return this.quarantine.record(batch);
  }

  /** Told only once it can be read, and committed only once it is told. */
  private async record(batch: MessageBatch): Promise<void> {
    await this.teller.tell(await this.facts.record(batch));
  }
}

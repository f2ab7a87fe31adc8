import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '@throughline/events';
import { ProblemError } from '@throughline/service-kit';
import type { DropInReading, DropInStatement } from '@throughline/sources';
import { EventIntake } from '../intake/event-intake.js';
import { INGESTION_OPTIONS, type IngestionOptions } from '../options.js';

/** Takes what a request at another tool's address says into the log; resolves once that is durable. */
@Injectable()
export class DropInIntake {
  constructor(
    @Inject(EventIntake) private readonly events: EventIntake,
    @Inject(INGESTION_OPTIONS) private readonly options: IngestionOptions,
  ) {}

  /** For what a request says without saying when. */
  now(): Instant {
    return this.options.clock();
  }

  /**
   * @returns what the answer is to tell
   * @throws ProblemError as `EventIntake.take` does, and 400 for what the tool does not document
   */
  async keep<Told>(source: string, statement: DropInStatement<Told>): Promise<Told> {
    if (statement.kind === 'refused') {
      const { faults } = statement;
      throw new ProblemError('TL_INVALID_BODY', {
        detail: faults.map(({ path, message }) => `${path} ${message}`.trim()).join('; '),
        extras: { faults },
      });
    }
    const entries = statement.events.map((value) => ({ value }));
    await this.events.take({ entries, source, invalid: 'refuse' });
    return statement.told;
  }

  /**
   * @returns why it does not count as it is, and what to send; `undefined` where it does
   * @throws ProblemError as {@link keep} does
   */
  async take(source: string, reading: DropInReading): Promise<string | undefined> {
    switch (reading.kind) {
      case 'ignored':
        return reading.reason;
      case 'incomplete': {
        const entries = reading.events.map((value) => ({ value }));
        await this.events.take({ entries, source, invalid: 'quarantine' });
        return `in quarantine: ${reading.reason}`;
      }
      case 'events':
      case 'refused':
        return this.keep(source, reading);
    }
  }
}

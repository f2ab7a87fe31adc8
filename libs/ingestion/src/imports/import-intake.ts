import { Inject, Injectable } from '@nestjs/common';
import { type EventInput, SOURCES } from '@throughline/sources';
import { EventIntake } from '../intake/event-intake.js';
import { INGESTION_OPTIONS, type IngestionOptions, mappingOf } from '../options.js';
import type { Entry } from '../request/entry.js';
import { unknownSource } from '../webhooks/problems.js';
import type { ImportedDelivery, ImportReceipt } from './answers.js';

/**
 * Reads deliveries as the webhooks of their source are read, by the same rules of the configuration, so
 * that what is imported and what was delivered are the same facts. Nothing is verified: the token of whoever
 * sends them vouches for them, as it does for events.
 */
@Injectable()
export class ImportIntake {
  constructor(
    @Inject(INGESTION_OPTIONS) private readonly options: IngestionOptions,
    @Inject(EventIntake) private readonly events: EventIntake,
  ) {}

  /** @throws ProblemError 404 for a source that there is none of, and as `EventIntake.take` does. */
  async take(name: string, deliveries: readonly ImportedDelivery[]): Promise<ImportReceipt> {
    const source = SOURCES.get(name);
    if (source === undefined) throw unknownSource([...SOURCES.keys()]);
    const mapping = mappingOf(this.options, name);
    const entries: Entry[] = [];
    const refused: { index: number; reason: string }[] = [];
    let ignored = 0;
    for (const [index, { headers, payload }] of deliveries.entries()) {
      const said = source.normalise(payload, headers, mapping);
      if (said.kind === 'refused') refused.push({ index, reason: said.reason });
      else {
        const wanted = said.kind === 'events' ? this.#accepted(said.events) : [];
        if (wanted.length === 0) ignored += 1;
        entries.push(...wanted);
      }
    }
    const receipt = await this.events.take({ entries, source: name, invalid: 'quarantine' });
    return { ...receipt, ignored, refused };
  }

  /** Where ingestors share the work, each takes its own. */
  #accepted(said: readonly EventInput[]): Entry[] {
    return said.filter(({ type }) => this.options.accepts.has(type)).map((value) => ({ value }));
  }
}

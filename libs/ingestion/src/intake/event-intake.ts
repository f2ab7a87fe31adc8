import { Inject, Injectable } from '@nestjs/common';
import type { LogRecord, Unusable } from '@throughline/event-log';
import { quarantine } from '@throughline/event-log';
import { LOGGER, type Logger } from '@throughline/service-kit';
import { INGESTION_OPTIONS, type IngestionOptions } from '../options.js';
import type { Entry } from '../request/entry.js';
import { countEvents, eventsQuarantined } from '../telemetry.js';
import { durably } from './durably.js';
import { invalidEvents, typesNotAccepted } from './problems.js';
import { Pseudonyms } from './pseudonyms.js';
import { RecentlyDurable } from './recently-durable.js';
import { type ReadyEvent, type SortedOut, sortOut } from './sort-out.js';
import { toQuarantine } from './to-quarantine.js';

export interface Sending {
  readonly entries: readonly Entry[];
  /** Who sent them: `api`, or the source of a webhook. */
  readonly source: string;
  /** Whether an invalid event spoils the whole request or goes to quarantine by itself. */
  readonly invalid: 'refuse' | 'quarantine';
}

/** What became of the events; together, how many there were. */
export interface Receipt {
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

/** Takes events into the log: the whole of a request or nothing of it. */
@Injectable()
export class EventIntake {
  readonly #pseudonyms: Pseudonyms;
  readonly #durable = new RecentlyDurable();

  constructor(
    @Inject(INGESTION_OPTIONS) private readonly options: IngestionOptions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.#pseudonyms = new Pseudonyms(options.identityKey);
  }

  /**
   * Resolves once everything is durable.
   *
   * @throws ProblemError 400 for invalid events, 422 for types not accepted here, 503 without a log.
   */
  async take({ entries, source, invalid }: Sending): Promise<Receipt> {
    const receivedAt = this.options.clock();
    const sorted = sortOut(entries, this.#pseudonyms, receivedAt);
    const refusal = this.#refusal(sorted, invalid);
    if (refusal) {
      countEvents('refused', source, [...sorted.ready, ...sorted.unusable]);
      throw refusal;
    }

    const { fresh, duplicates } = this.#tellApart(sorted.ready);
    const unusable = sorted.unusable.map((entry) =>
      toQuarantine(entry, this.#pseudonyms, { source, receivedAt }),
    );
    await this.#append(
      fresh.map(({ record }) => record),
      unusable,
    );
    for (const { digest } of fresh) this.#durable.remember(digest);

    countEvents('accepted', source, fresh);
    countEvents('duplicate', source, duplicates);
    countEvents('quarantined', source, sorted.unusable);
    if (unusable.length > 0) eventsQuarantined(this.logger, { source, events: unusable.length });
    return {
      accepted: fresh.length,
      duplicates: duplicates.length,
      quarantined: unusable.length,
    };
  }

  #refusal({ ready, unusable }: SortedOut, invalid: Sending['invalid']) {
    const { accepts } = this.options;
    const foreign = ready.filter(({ type }) => !accepts.has(type));
    if (foreign.length > 0) return typesNotAccepted(foreign, accepts);
    if (invalid === 'quarantine') return undefined;
    const atFault = unusable.filter(({ entry }) => !entry.translated);
    if (atFault.length === 0) return undefined;
    return invalidEvents(atFault, ready.length + unusable.length);
  }

  #tellApart(ready: readonly ReadyEvent[]) {
    const seen = new Set<string>();
    const fresh: ReadyEvent[] = [];
    const duplicates: ReadyEvent[] = [];
    for (const event of ready) {
      const known = seen.has(event.digest) || this.#durable.has(event.digest);
      (known ? duplicates : fresh).push(event);
      seen.add(event.digest);
    }
    return { fresh, duplicates };
  }

  /**
   * When it fails, some of it may be in the log all the same; sent again, it counts once. Only what is
   * known to be durable is remembered, so nothing that failed is taken for a duplicate.
   */
  async #append(records: readonly LogRecord[], unusable: readonly Unusable[]): Promise<void> {
    const { log } = this.options;
    await durably(
      Promise.all([
        records.length > 0 && log.append(records),
        unusable.length > 0 && quarantine(log, unusable),
      ]),
    );
  }
}

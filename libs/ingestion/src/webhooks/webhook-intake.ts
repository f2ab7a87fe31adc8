import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@throughline/service-kit';
import { isEventType } from '@throughline/events';
import type { Delivery, EventInput, GenericSource, Source } from '@throughline/sources';
import type { WebhookReceipt } from '../answers.js';
import { EventIntake } from '../intake/event-intake.js';
import { RecentlyDurable } from '../intake/recently-durable.js';
import { INGESTION_OPTIONS, type IngestionOptions, mappingOf } from '../options.js';
import { unreadable } from '../request/entry.js';
import { countWebhook } from '../telemetry.js';
import { payloadOf } from './payload.js';
import { malformedWebhook, notConfigured, unauthentic, unknownSource } from './problems.js';
import { sourcesOf } from './sources-of.js';

/** Takes what a provider says into the log, once it is certain that the provider says it. */
@Injectable()
export class WebhookIntake {
  /** Deliveries, so that one that comes again counts as such even if its events carry no time of their own. */
  readonly #delivered = new RecentlyDurable();
  readonly #sources: ReturnType<typeof sourcesOf>;

  constructor(
    @Inject(INGESTION_OPTIONS) private readonly options: IngestionOptions,
    @Inject(EventIntake) private readonly events: EventIntake,
  ) {
    this.#sources = sourcesOf(options);
  }

  /** @throws ProblemError 400, 401 or 404 for the sender's fault, 503 without a log. */
  async take(name: string, sent: Omit<Delivery, 'receivedAt'>): Promise<WebhookReceipt> {
    const source = this.#sources.get(name);
    if (source === undefined) throw unknownSource([...this.#sources.keys()]);
    const delivery = { ...sent, receivedAt: this.options.clock() };
    this.#requireAuthentic(source, delivery);

    const payload = readPayload(name, delivery);
    const mapping = mappingOf(this.options, name);
    const said = await source.normalise(payload, delivery.headers, mapping);
    switch (said.kind) {
      case 'refused':
        countWebhook('refused', name);
        throw malformedWebhook(said.reason);
      case 'unread':
        return this.#setAside(name, payload, said.reason);
      case 'ignored':
        countWebhook('ignored', name);
        return { accepted: 0, duplicates: 0, ignored: said.reason };
      case 'events':
        return this.#takeEvents(name, source.dedupeKey(payload, delivery.headers), said.events);
    }
  }

  #requireAuthentic(source: Source | GenericSource, delivery: Delivery): void {
    const configured = this.options.sources[source.name];
    if (configured?.unsigned) return;
    if (configured === undefined || configured.secrets.length === 0) {
      countWebhook('unauthentic', source.name);
      throw notConfigured(source);
    }
    const verification = source.verify(delivery, configured.secrets);
    if (verification.authentic) return;
    countWebhook('unauthentic', source.name);
    throw unauthentic(verification.reason);
  }

  async #takeEvents(
    source: string,
    delivery: string | undefined,
    said: readonly EventInput[],
  ): Promise<WebhookReceipt> {
    const { accepts } = this.options;
    // What is of no type at all is for quarantine, whoever shares the work.
    const wanted = said.filter(({ type }) => accepts.has(type) || !isEventType(type));
    if (wanted.length === 0) {
      countWebhook('ignored', source);
      return { accepted: 0, duplicates: 0, ignored: notAccepted(said, accepts) };
    }
    const key = delivery === undefined ? undefined : `${source} ${delivery}`;
    if (key !== undefined && this.#delivered.has(key)) {
      countWebhook('taken', source);
      return { accepted: 0, duplicates: wanted.length };
    }
    // What a provider says is authentic even where it breaks our rules: kept, and listed for somebody to mend.
    const entries = wanted.map((value) => ({ value }));
    const receipt = await this.events.take({ entries, source, invalid: 'quarantine' });
    if (key !== undefined) this.#delivered.remember(key);
    countWebhook('taken', source);
    const { quarantined, ...answer } = receipt;
    return quarantined === 0 ? answer : { ...answer, quarantined };
  }

  /** Not the sender's fault, who need not be able to send it again: it is kept for mending. */
  async #setAside(source: string, value: unknown, message: string): Promise<WebhookReceipt> {
    const entries = [unreadable(value, message)];
    const receipt = await this.events.take({ entries, source, invalid: 'quarantine' });
    countWebhook('taken', source);
    return receipt;
  }
}

function readPayload(source: string, { body, headers }: Delivery): unknown {
  try {
    return payloadOf(body, contentTypeOf(headers));
  } catch (error) {
    if (error instanceof ProblemError) countWebhook('refused', source);
    throw error;
  }
}

function contentTypeOf(headers: Delivery['headers']): string | undefined {
  const type = headers['content-type'];
  return typeof type === 'string' ? type : undefined;
}

/** Providers send all kinds to one address; where ingestors share the work, each takes its own. */
function notAccepted(said: readonly EventInput[], accepts: ReadonlySet<string>): string {
  const types = [...new Set(said.map(({ type }) => type))].join(', ');
  return `this ingestor accepts ${[...accepts].join(', ')}, and not ${types}`;
}

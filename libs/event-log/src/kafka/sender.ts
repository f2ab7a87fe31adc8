import type { Producer } from 'kafkajs';
import { LogClosedError, LogUnavailableError, RecordTooLargeError } from '../errors.js';
import type { PlacedRecord } from './request.js';
import { ProduceRequest, requestsFor } from './request.js';

/** What is needed of a kafkajs producer. */
export type SendingProducer = Pick<Producer, 'connect' | 'sendBatch' | 'disconnect'>;

interface Waiting {
  readonly records: readonly PlacedRecord[];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Sends records through one idempotent producer, one request after the other; what arrives meanwhile goes
 * along with the next one.
 *
 * One at a time because of what may follow a failure. An idempotent producer numbers the records of each
 * partition, and kafkajs gives the numbers of a request that failed to the next one. If the broker had stored
 * the failed request after all (only its answer was lost), it takes the next one for a repetition of it:
 * acknowledged, and thrown away. So after a failure nothing is sent with that producer any more.
 */
export class Sender {
  #producer: Promise<SendingProducer> | undefined;
  readonly #waiting: Waiting[] = [];
  #sending: Promise<void> | undefined;
  #closed = false;

  /** @param newProducer an idempotent one, not connected yet */
  constructor(private readonly newProducer: () => SendingProducer) {}

  async connect(): Promise<void> {
    await this.#connected();
  }

  send(records: readonly PlacedRecord[]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new LogClosedError();
      this.#waiting.push({ records, resolve, reject });
      this.#sending ??= this.#sendAll();
    });
  }

  /** Waits for everything that was handed over. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#sending;
    await (await this.#producer?.catch(() => undefined))?.disconnect();
  }

  async #sendAll(): Promise<void> {
    // A turn later, so that appends made at the same time go together.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#sendTogether(this.#takeTogether());
    this.#sending = undefined;
  }

  /** As many appends as fit into one request; one that needs several goes alone. They share what becomes of them. */
  #takeTogether(): Waiting[] {
    const request = new ProduceRequest();
    const tooMany = this.#waiting.findIndex(
      ({ records }) => !records.every((record) => request.add(record)),
    );
    return this.#waiting.splice(0, tooMany === -1 ? this.#waiting.length : Math.max(tooMany, 1));
  }

  async #sendTogether(appends: readonly Waiting[]): Promise<void> {
    try {
      const producer = await this.#connected();
      for (const request of requestsFor(appends.flatMap(({ records }) => records))) {
        await produce(producer, request);
      }
      for (const { resolve } of appends) resolve();
    } catch (error) {
      this.#discardProducer();
      const failure = describeFailure(error);
      for (const { reject } of appends) reject(failure);
    }
  }

  #connected(): Promise<SendingProducer> {
    this.#producer ??= this.#newProducer();
    return this.#producer;
  }

  async #newProducer(): Promise<SendingProducer> {
    const producer = this.newProducer();
    await producer.connect();
    return producer;
  }

  #discardProducer(): void {
    const discarded = this.#producer;
    this.#producer = undefined;
    // Its connection ends in the background; it may never have had one.
    void discarded?.then((producer) => producer.disconnect()).catch(() => undefined);
  }
}

/**
 * When the leaders of partitions change during a retry, kafkajs can leave partitions out and still resolve:
 * it asks each broker once, and counts one that has answered as done. So every partition's answer is looked for.
 */
async function produce(producer: SendingProducer, request: ProduceRequest): Promise<void> {
  const { topicMessages, partitions } = request;
  const answers = await producer.sendBatch({ acks: -1, topicMessages });
  const stored = new Set(
    answers
      .filter(({ errorCode }) => errorCode === 0)
      .map(({ topicName, partition }) => `${topicName}/${partition}`),
  );
  const missing = [...partitions].filter((partition) => !stored.has(partition));
  if (missing.length > 0) {
    throw new LogUnavailableError(`no broker acknowledged the records for ${missing.join(', ')}`);
  }
}

const TOO_LARGE = new Set<unknown>(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

function describeFailure(error: unknown): Error {
  if (error instanceof LogUnavailableError) return error;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('type' in cause && TOO_LARGE.has(cause.type)) {
      return new RecordTooLargeError("a record is beyond the topic's max.message.bytes", {
        cause: error,
      });
    }
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new LogUnavailableError(`Kafka did not take the records: ${reason}`, { cause: error });
}

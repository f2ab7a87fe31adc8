import type { TopicMessages } from 'kafkajs';
import type { LogRecord } from '../event-log.js';
import { recordBytes } from '../record-limits.js';

/**
 * kafkajs sends what a request holds for a partition as one Kafka record batch, and a broker refuses a batch
 * beyond `max.message.bytes`: 1 MiB unless the topic says otherwise. A topic that somebody else created need
 * not have our limit, so batches stay below the default wherever the records allow it.
 */
const PARTITION_BYTES = 900 * 1024;
/** kafkajs copies a partition's list for every record it adds to it, so long lists cost their square. */
const PARTITION_RECORDS = 2_000;

export interface PlacedRecord extends LogRecord {
  readonly partition: number;
}

/** Records on their way to the brokers together. */
export class ProduceRequest {
  readonly #messages = new Map<string, PlacedRecord[]>();
  readonly #partitions = new Map<string, { bytes: number; records: number }>();
  #full = false;

  /** @returns whether there was room; a record beyond the size of a batch has room only when it is alone. */
  add(record: PlacedRecord): boolean {
    const partition = `${record.topic}/${record.partition}`;
    const held = this.#partitions.get(partition) ?? { bytes: 0, records: 0 };
    const bytes = held.bytes + recordBytes(record);
    const fits = bytes <= PARTITION_BYTES && held.records < PARTITION_RECORDS;
    if (this.#full || !(fits || this.#partitions.size === 0)) return false;
    this.#full = !fits;
    this.#partitions.set(partition, { bytes, records: held.records + 1 });
    const messages = this.#messages.get(record.topic);
    if (messages) messages.push(record);
    else this.#messages.set(record.topic, [record]);
    return true;
  }

  /** `topic/partition` of each. */
  get partitions(): Iterable<string> {
    return this.#partitions.keys();
  }

  get topicMessages(): TopicMessages[] {
    return Array.from(this.#messages, ([topic, records]) => ({
      topic,
      messages: records.map(({ key, value, headers, partition }) => ({
        key,
        value,
        partition,
        headers: { ...headers },
      })),
    }));
  }
}

/** As few requests as the records, in their order, need. */
export function requestsFor(records: readonly PlacedRecord[]): ProduceRequest[] {
  const requests: ProduceRequest[] = [];
  for (const record of records) {
    if (requests.at(-1)?.add(record)) continue;
    const request = new ProduceRequest();
    request.add(record);
    requests.push(request);
  }
  return requests;
}

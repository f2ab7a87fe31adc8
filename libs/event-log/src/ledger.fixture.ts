import type { LogMessage, MessageBatch } from './event-log.js';

/** Writes down every batch that is handed over. */
export class Ledger {
  readonly batches: MessageBatch[] = [];
  readonly messages: LogMessage[] = [];

  readonly handle = (batch: MessageBatch): Promise<void> => {
    this.batches.push(batch);
    this.messages.push(...batch.messages);
    return Promise.resolve();
  };

  /** Each place in the log that was seen, once. */
  places(): string[] {
    return [...new Set(this.messages.map(placeOf))].toSorted();
  }

  /** How many messages came more than once. */
  get repeats(): number {
    return this.messages.length - new Set(this.messages.map(placeOf)).size;
  }

  /** Messages that came after a later one of their partition. */
  get outOfOrder(): string[] {
    const last = new Map<string, number>();
    return this.messages
      .filter((message) => {
        const partition = `${message.topic}/${message.partition}`;
        const before = last.get(partition) ?? -1;
        last.set(partition, message.offset);
        return message.offset <= before;
      })
      .map(placeOf);
  }

  /** Offsets below the highest seen of their partition that were never seen. */
  gaps(): string[] {
    const seen = new Set(this.places());
    return this.messages.flatMap(({ topic, partition, offset }) => {
      const previous = `${topic}/${partition}/${offset - 1}`;
      return offset === 0 || seen.has(previous) ? [] : [previous];
    });
  }
}

function placeOf({ topic, partition, offset }: LogMessage): string {
  return `${topic}/${partition}/${offset}`;
}

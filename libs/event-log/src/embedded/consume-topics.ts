import type { EventEmitter } from 'node:events';
import { once } from 'node:events';
import type { Consumption, LogMessage } from '../event-log.js';
import type { HandOver } from '../hand-over.js';
import { handOver } from '../hand-over.js';
import type { Partition } from './partition.js';
import type { Positions } from './positions.js';

/** Values of one batch together, unless a single message has more: what a consumer must hold in memory. */
const BATCH_BYTES = 16 * 1024 * 1024;

/** A topic and all its partitions. */
export interface Topic {
  readonly name: string;
  readonly partitions: readonly Partition[];
}

export interface TopicsToConsume extends Omit<HandOver, 'stopping'> {
  readonly topics: readonly Topic[];
  readonly maxBatchMessages: number;
  readonly positions: Positions;
  /** Says the name of a topic when something was appended to it. */
  readonly appended: EventEmitter;
}

/** Every topic has a loop of its own; when one fails, all of them end. */
export function consumeTopics({ topics, ...common }: TopicsToConsume): Omit<Consumption, 'owns'> {
  const { group, observe } = common;
  const stop = new AbortController();
  const loops = topics.map((topic) => consumeTopic(topic, { ...common, stopping: stop.signal }));
  const done = Promise.all(loops).then(
    () => undefined,
    (error: unknown) => {
      stop.abort();
      observe({ kind: 'consumption-failed', group, error });
      throw error;
    },
  );
  return {
    done,
    stop: async () => {
      stop.abort();
      await Promise.allSettled(loops);
    },
  };
}

type Loop = Omit<TopicsToConsume, 'topics'> & HandOver;

async function consumeTopic({ name: topic, partitions }: Topic, loop: Loop): Promise<void> {
  const { group, positions, appended, stopping } = loop;
  for (let turn = 0; !stopping.aborted; turn += 1) {
    const messages = nextMessages(partitions, turn, loop);
    if (messages.length === 0) {
      // Nothing can be appended between the look above and listening here: no turn of the event loop passes.
      await once(appended, topic, { signal: stopping }).catch(() => undefined);
    } else if (await handOver({ topic, messages }, loop)) {
      await positions.commit(group, messages);
    }
  }
}

/** Another partition comes first each turn, so that a long one does not keep the others waiting. */
function nextMessages(partitions: readonly Partition[], turn: number, loop: Loop): LogMessage[] {
  const messages: LogMessage[] = [];
  let bytes = BATCH_BYTES;
  for (let index = 0; index < partitions.length; index += 1) {
    const partition = partitions[(turn + index) % partitions.length];
    const wanted = loop.maxBatchMessages - messages.length;
    if (!partition || wanted === 0 || bytes <= 0) break;
    const from = loop.positions.of(loop.group, partition) ?? 0;
    if (from >= partition.end) continue;
    for (const message of partition.read(from, wanted, bytes)) {
      messages.push(message);
      bytes -= message.value.length;
    }
  }
  return messages;
}

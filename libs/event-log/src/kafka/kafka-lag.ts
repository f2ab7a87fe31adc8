import type { Admin } from 'kafkajs';
import type { PartitionLag } from '../event-log.js';

export interface LagQuestion {
  readonly admin: Admin;
  readonly group: string;
  /** The topics the log was opened with. */
  readonly topics: readonly string[];
  readonly partitions: number;
  /** Topics the group is known to read although it may not have committed anything yet. */
  readonly consumed: ReadonlySet<string>;
}

/** What the brokers do not answer is unknown. */
export async function kafkaLag(question: LagQuestion): Promise<PartitionLag[]> {
  const { admin, group, topics, consumed } = question;
  const committed = await admin.fetchOffsets({ groupId: group }).catch(() => []);
  const byTopic = new Map(committed.map(({ topic, partitions }) => [topic, partitions]));
  const known = topics.filter((topic) => byTopic.has(topic) || consumed.has(topic));
  const lags = known.map((topic) => {
    const offsets = new Map(
      byTopic.get(topic)?.map(({ partition, offset }) => [partition, Number(offset)]),
    );
    return topicLag(question, topic, offsets);
  });
  return (await Promise.all(lags)).flat();
}

/** @param committed the next offset the group wants, per partition; less than 0 where it has committed nothing */
async function topicLag(
  { admin, partitions }: LagQuestion,
  topic: string,
  committed: ReadonlyMap<number, number>,
): Promise<PartitionLag[]> {
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return offsets.map(({ partition, low, high }) => {
      // A group begins with the earliest message, so one that has committed nothing wants all that is kept.
      const next = Math.max(committed.get(partition) ?? 0, Number(low));
      return { topic, partition, lag: Math.max(Number(high) - next, 0) };
    });
  } catch {
    return Array.from({ length: partitions }, (_, partition) => ({ topic, partition, lag: null }));
  }
}

import type { Instant } from '@throughline/events';
import { OneAtATime } from '@throughline/service-kit';
import {
  type EventLog,
  type LogMessage,
  type MessageBatch,
  quarantine,
} from '@throughline/event-log';
import {
  type ClickHouseClient,
  insertActivities,
  insertArtifacts,
  insertChanges,
  insertDeployments,
  insertFeedback,
  insertIncidents,
  insertProgress,
  insertReviews,
  insertServiceVersions,
  insertVerdictHistory,
  insertVerdicts,
  type PartitionProgress,
} from '@throughline/store';
import { artifactsArrived } from '../shipments/artifacts-arrived.js';
import { CommitGraph } from '../shipments/commit-graph.js';
import { deploymentsArrived } from '../shipments/deployments-arrived.js';
import { OutdatedRepositories } from '../shipments/outdated.js';
import { type Drift, sweep } from '../shipments/sweep.js';
import { decodeBatch, type Facts } from './decode-batch.js';
import { countBatch } from '../telemetry.js';
import { CommitRecorder } from './record-commits.js';

/**
 * Brings batches of the log into the store: facts first, then what follows from them, then how far
 * it came. Every step may be done again: a batch that was interrupted is simply recorded once more.
 */
export class FactRecorder {
  private readonly graph: CommitGraph;
  private readonly outdated: OutdatedRepositories;
  private readonly commits: CommitRecorder;
  /** Two batches at once would read each other's half-written relations from the same memory. */
  private readonly queue = new OneAtATime();

  constructor(
    private readonly client: ClickHouseClient,
    private readonly log: EventLog,
    private readonly now: () => Instant,
  ) {
    this.graph = new CommitGraph(client);
    this.outdated = new OutdatedRepositories(client, this.graph);
    this.commits = new CommitRecorder(client, this.graph, this.outdated);
  }

  /** Finishes what an earlier process left unfinished. */
  async resume(): Promise<void> {
    await this.queue.run(() => this.outdated.bringUpToDate());
  }

  /** Compares what was related with what the facts say, and mends it. Meant to run now and then. */
  sweep(): Promise<readonly Drift[]> {
    return sweep(this.client, this.graph, (task) => this.queue.run(task));
  }

  /**
   * Resolves once the batch and all that follows from it can be asked for.
   *
   * @returns what it stated
   */
  async record(batch: MessageBatch): Promise<Facts> {
    const started = this.now();
    const { facts, unusable } = decodeBatch(batch);
    if (unusable.length > 0) await quarantine(this.log, unusable);
    await this.queue.run(() => this.store(facts));
    const stored = this.now();
    await insertProgress(this.client, progressOf(batch, stored));
    countBatch(batch.topic, batch.messages.length, unusable.length, (stored - started) / 1000);
    return facts;
  }

  private async store(facts: Facts): Promise<void> {
    await insertServiceVersions(this.client, facts.service);
    await insertChanges(this.client, facts.change);
    await insertReviews(this.client, facts.review);
    await insertIncidents(this.client, facts.incident);
    await insertVerdictHistory(this.client, facts.verdict);
    await insertVerdicts(this.client, facts.verdict);
    await insertActivities(this.client, facts.activity);
    await insertFeedback(this.client, facts.feedback);
    await this.commits.record(facts.commit);
    await insertArtifacts(this.client, facts.artifact);
    await artifactsArrived(
      this.client,
      this.graph,
      facts.artifact.map(({ event }) => event.artifact),
    );
    await insertDeployments(this.client, facts.deployment);
    await deploymentsArrived(
      this.client,
      this.graph,
      facts.deployment.map(({ event }) => event),
    );
  }
}

function progressOf(batch: MessageBatch, storedAt: Instant): readonly PartitionProgress[] {
  const newest = new Map<number, LogMessage>();
  for (const message of batch.messages) newest.set(message.partition, message);
  return [...newest.values()].map(({ topic, partition, offset, appendedAt }) => ({
    topic,
    partition,
    lastOffset: offset,
    lastEventAt: appendedAt,
    storedAt,
  }));
}

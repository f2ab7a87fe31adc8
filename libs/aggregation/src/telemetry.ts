import type { EventLog } from '@throughline/event-log';
import {
  declareCounter,
  declareGauge,
  declareHistogram,
  declareLogEvent,
  type Logger,
} from '@throughline/service-kit';
import type { FactRecorder } from './facts/fact-recorder.js';

const LAG_EVERY_MS = 10_000;

const lag = declareGauge({
  name: 'metrics.consumer.lag',
  description: 'Messages of a topic that are not in the store yet',
  unit: '{message}',
});

const lagUnknown = declareGauge({
  name: 'metrics.consumer.lag.unknown',
  description: 'Partitions of a topic whose lag cannot be told, which is not the same as none',
  unit: '{partition}',
});

const recorded = declareCounter({
  name: 'metrics.messages.recorded',
  description: 'Messages of the log that were brought into the store, by topic and outcome',
  unit: '{message}',
});

const duration = declareHistogram({
  name: 'metrics.batch.duration',
  description: 'Time to bring a batch into the store and relate it, by topic',
  unit: 's',
  boundaries: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
});

/** Counts a batch once it is in the store. */
export function countBatch(
  topic: string,
  messages: number,
  quarantined: number,
  seconds: number,
): void {
  recorded.add(messages - quarantined, { topic, outcome: 'stored' });
  if (quarantined > 0) recorded.add(quarantined, { topic, outcome: 'quarantined' });
  duration.record(seconds, { topic });
}

/** Reports how far a group is behind, until the timer is cleared. */
export function reportLag(log: EventLog, group: string): NodeJS.Timeout {
  const report = async (): Promise<void> => {
    const byTopic = new Map<string, { known: number; unknown: number }>();
    for (const { topic, lag: behind } of await log.lag(group)) {
      const sum = byTopic.get(topic) ?? { known: 0, unknown: 0 };
      if (behind === null) sum.unknown += 1;
      else sum.known += behind;
      byTopic.set(topic, sum);
    }
    for (const [topic, { known, unknown }] of byTopic) {
      lag.set(known, { topic });
      lagUnknown.set(unknown, { topic });
    }
  };
  // A log that cannot tell now is asked again; the readiness check says that it is away.
  return setInterval(() => void report().catch(() => undefined), LAG_EVERY_MS).unref();
}

const SWEEP_EVERY_MS = 60 * 60 * 1000;

/** Soon after the start too: what a process that died left half done is found then. */
const FIRST_SWEEP_AFTER_MS = 60 * 1000;

const drift = declareGauge({
  name: 'metrics.shipments.drift',
  description: 'Commits whose first shipment the last sweep had to mend; anything but 0 is a fault',
  unit: '{commit}',
});

const drifted = declareLogEvent<{
  readonly service: string;
  readonly environment: string;
  readonly commits: number;
}>({
  event: 'metrics.shipments.drifted',
  level: 'error',
  message: 'first shipments differed from the facts and were worked out afresh',
});

const sweepFailed = declareLogEvent<{ readonly err: unknown }>({
  event: 'metrics.sweep.failed',
  level: 'warn',
  message: 'the sweep could not be finished; it is tried again',
});

/** Sweeps soon and then every hour, until it is told to stop. */
export function sweepRegularly(recorder: FactRecorder, logger: Logger): { stop(): void } {
  const sweep = async (): Promise<void> => {
    const found = await recorder.sweep();
    for (const { service, environment, commits } of found) {
      drifted(logger, { service, environment, commits });
    }
    drift.set(found.reduce((sum, { commits }) => sum + commits, 0));
  };
  const run = () =>
    void sweep().catch((err: unknown) => {
      sweepFailed(logger, { err });
    });
  const first = setTimeout(run, FIRST_SWEEP_AFTER_MS).unref();
  const regular = setInterval(run, SWEEP_EVERY_MS).unref();
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(regular);
    },
  };
}

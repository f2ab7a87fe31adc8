import type { EventType } from '@throughline/events';
import { declareCounter, declareLogEvent } from '@throughline/service-kit';

const events = declareCounter({
  name: 'ingestion.events',
  description: 'Events that were sent, by what became of them, their type and who sent them',
  unit: '{event}',
});

/** Every event that arrives becomes one of these. `refused` counts all events of a refused request. */
export type Outcome = 'accepted' | 'duplicate' | 'quarantined' | 'refused';

interface Typed {
  readonly type: EventType | 'unknown';
}

export function countEvents(outcome: Outcome, source: string, sent: readonly Typed[]): void {
  const byType = new Map<string, number>();
  for (const { type } of sent) byType.set(type, (byType.get(type) ?? 0) + 1);
  for (const [type, count] of byType) events.add(count, { outcome, type, source });
}

/** Events of other languages that say nothing of what is measured. */
export function countIgnored(source: string, count: number): void {
  if (count > 0) events.add(count, { outcome: 'ignored', type: 'unknown', source });
}

const webhooks = declareCounter({
  name: 'ingestion.webhooks',
  description: 'Webhooks that arrived, by their source and what became of them',
  unit: '{webhook}',
});

export type WebhookOutcome = 'taken' | 'ignored' | 'refused' | 'unauthentic';

export function countWebhook(outcome: WebhookOutcome, source: string): void {
  webhooks.add(1, { outcome, source });
}

/** Neither what was sent nor its faults: both may hold what nobody may read in a log. */
export const eventsQuarantined = declareLogEvent<{
  readonly source: string;
  readonly events: number;
}>({ event: 'ingestion.events.quarantined', level: 'warn', message: 'put events in quarantine' });

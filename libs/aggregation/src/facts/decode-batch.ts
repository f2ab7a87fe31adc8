import {
  type DeliveryEvent,
  type EventType,
  identityOf,
  kindOf,
  parseStoredEvent,
  versionOf,
} from '@throughline/events';
import type { LogMessage, MessageBatch, Unusable } from '@throughline/event-log';
import type { FactOf, StatedFact } from '@throughline/store';

/** The facts of a batch by type: of each thing the newest version, or every one where all are kept. */
export type Facts = { readonly [Type in EventType]: readonly FactOf<Type>[] };

export interface DecodedBatch {
  readonly facts: Facts;
  /** Messages that are no event of ours; ingestors let none through, other producers might. */
  readonly unusable: readonly Unusable[];
}

export function decodeBatch(batch: MessageBatch): DecodedBatch {
  const kept = new Map<string, StatedFact<DeliveryEvent>>();
  const unusable: Unusable[] = [];
  for (const message of batch.messages) {
    const text = message.value.toString('utf8');
    const parsed = parseStoredEvent(parseJson(text));
    if (!parsed.ok) {
      unusable.push(toQuarantine(message, [...parsed.faults]));
      continue;
    }
    const { event } = parsed;
    const fact = { event, version: versionOf(event, text) };
    const key = keyOf(fact);
    const other = kept.get(key);
    if (other === undefined || other.version < fact.version) kept.set(key, fact);
  }
  return { facts: byType([...kept.values()]), unusable };
}

/** What only one fact of a batch is kept for. */
function keyOf({ event, version }: StatedFact<DeliveryEvent>): string {
  const identity = identityOf(event);
  return kindOf(event.type).keepsEveryVersion ? `${identity} ${version}` : identity;
}

/** `undefined` for what is no JSON: the parser then says that it is no event. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function byType(facts: readonly StatedFact<DeliveryEvent>[]): Facts {
  // The type of an event decides which of the union's members it is; TypeScript cannot follow.
  const of = <Type extends EventType>(type: Type) =>
    facts.filter(({ event }) => event.type === type) as unknown as readonly FactOf<Type>[];
  return {
    commit: of('commit'),
    artifact: of('artifact'),
    change: of('change'),
    review: of('review'),
    deployment: of('deployment'),
    verdict: of('verdict'),
    incident: of('incident'),
    service: of('service'),
    activity: of('activity'),
    feedback: of('feedback'),
  };
}

function toQuarantine(message: LogMessage, faults: Unusable['faults']): Unusable {
  const { topic, partition, offset, appendedAt, value } = message;
  return {
    id: `${topic}/${partition}/${offset}`,
    receivedAt: appendedAt,
    source: 'log',
    reason: { code: 'invalid_message', message: 'a message in the log is not an event' },
    faults,
    payload: value,
    origin: { topic, partition, offset },
  };
}

import { type DeliveryEvent, kindOf } from './event.js';
import { fingerprint } from './fingerprint.js';
import type { Topic } from './topics.js';

type Fields = Readonly<Record<string, unknown>>;

/** Names the thing an event speaks of; equal for all versions of it. */
export function identityOf(event: DeliveryEvent): string {
  const fields: Fields = event;
  return JSON.stringify([event.type, ...kindOf(event.type).identity.map((field) => fields[field])]);
}

export function topicOf(event: DeliveryEvent): Topic {
  return kindOf(event.type).topic;
}

/** The key that decides the partition: the repository where the event knows one. */
export function partitionKeyOf(event: DeliveryEvent): string {
  const fields: Fields = event;
  for (const field of kindOf(event.type).partitionBy) {
    const value = fields[field];
    if (typeof value === 'string') return value;
  }
  return identityOf(event);
}

const TIE_BREAK_BITS = 64n;

/**
 * The version of the fact that an event states: of two events about one thing the greater wins,
 * in whatever order they arrive. `updatedAt` leads. Of two that were true at the same moment a
 * withdrawal outranks a fact and an end outranks a beginning (a deployment whose start and finish
 * fall on one moment has finished); what is still equal is told apart by its content, so that
 * every order of arrival chooses the same one.
 *
 * @param text the event as {@link serialiseEvent} writes it
 */
export function versionOf(event: DeliveryEvent, text: string): bigint {
  const tieBreak = (rankOf(event) << 62n) | (fingerprint(text) >> 2n);
  return (BigInt(event.updatedAt) << TIE_BREAK_BITS) | tieBreak;
}

function rankOf(event: DeliveryEvent): bigint {
  if (event.retracted) return 2n;
  switch (event.type) {
    case 'deployment':
      return event.status === 'in_progress' ? 0n : 1n;
    case 'incident':
      return event.resolvedAt === undefined ? 0n : 1n;
    case 'change':
      return event.mergedAt === undefined && event.closedAt === undefined ? 0n : 1n;
    default:
      return 0n;
  }
}

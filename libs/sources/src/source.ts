import type { EventType, Instant } from '@throughline/events';
import type { Mapping } from './mapping/mapping.js';

/**
 * A tool that tells of deliveries by webhook. Everything here is a function of what it is given: it
 * reads no clock, keeps nothing between deliveries and never throws, whatever the sender sends.
 */
export interface Source {
  /** The last part of `/v1/webhooks/{source}`, its key in the configuration, the `source` of its events. */
  readonly name: string;
  /** As its makers write it. */
  readonly title: string;
  readonly needs: SourceNeeds;
  /**
   * Whether one of the secrets signed exactly these bytes, or, where the provider signs nothing, came
   * along. Takes as long for a wrong signature as for a right one; a signature that is missing,
   * malformed or too old is a refusal.
   *
   * @param secrets one, or two while one replaces the other
   */
  verify(delivery: Delivery, secrets: readonly string[]): Verification;
  /**
   * What stays the same when the provider delivers the same thing again, and is different for any
   * other delivery; `undefined` where the provider gives nothing of the kind.
   */
  dedupeKey(payload: unknown, headers: DeliveryHeaders): string | undefined;
  /**
   * What an authentic delivery says, in our own terms.
   *
   * @param mapping what the configuration says of the names that the provider uses
   */
  normalise(payload: unknown, headers: DeliveryHeaders, mapping: Mapping): Normalised;
}

/** A webhook as it came in. */
export interface Delivery {
  /** The bytes that were sent: what a signature is over. */
  readonly body: Uint8Array;
  readonly headers: DeliveryHeaders;
  /** The last part of the address, for a provider that can send a secret in no other way. */
  readonly urlSecret?: string | undefined;
  readonly receivedAt: Instant;
}

/** What has to be set up at the provider: what `GET /v1/sources` tells. */
export interface SourceNeeds {
  /** How a delivery proves where it comes from, in words. */
  readonly signature: string;
  /** The kinds of delivery worth subscribing to, by the provider's own names. */
  readonly deliveries: readonly string[];
}

/** The request's headers by their names in lower case, as Node gives them. */
export type DeliveryHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export type Verification =
  { readonly authentic: true } | { readonly authentic: false; readonly reason: string };

export type Normalised =
  | { readonly kind: 'events'; readonly events: readonly EventInput[] }
  /** Authentic, understood, and nothing that is measured. */
  | { readonly kind: 'ignored'; readonly reason: string }
  /** Not what the provider documents. */
  | { readonly kind: 'refused'; readonly reason: string };

/** An event as `POST /v1/events` takes it; `parseEvent` is still to judge it. */
export type EventInput = { readonly type: EventType } & Readonly<Record<string, unknown>>;

export function events(...said: readonly EventInput[]): Normalised {
  return { kind: 'events', events: said };
}

export function ignored(reason: string): Normalised {
  return { kind: 'ignored', reason };
}

export function refused(reason: string): Normalised {
  return { kind: 'refused', reason };
}

import type { EventOf, EventType, WithdrawalOf } from '@throughline/events';

/** An event and the version of the fact it states; of two versions of one thing the greater is kept. */
export interface StatedFact<Event> {
  readonly event: Event;
  readonly version: bigint;
}

export type FactOf<Type extends EventType> = StatedFact<EventOf<Type> | WithdrawalOf<Type>>;

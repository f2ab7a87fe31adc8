import { type DeliveryEvent, parseEvent, serialiseEvent } from '@throughline/events';
import type { DropInReading } from './reading.js';

export const NOW = Date.UTC(2026, 2, 1, 12);

/** The events of a reading as the log would have them: our own rules judge what was made of a request. */
export function stated(reading: DropInReading<unknown>): readonly DeliveryEvent[] {
  if (reading.kind !== 'events') throw new Error(`it is ${JSON.stringify(reading)}`);
  return reading.events.map((event) => {
    const parsed = parseEvent(event, NOW);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return JSON.parse(serialiseEvent(parsed.event)) as DeliveryEvent;
  });
}

/** `data.attributes.service is missing` */
export function faultsOf(reading: DropInReading<unknown>): readonly string[] {
  if (reading.kind !== 'refused') throw new Error(`it is ${JSON.stringify(reading)}`);
  return reading.faults.map(({ path, message }) => `${path} ${message}`.trim());
}

export function toldBy<Told>(reading: DropInReading<Told>): Told {
  if (reading.kind !== 'events') throw new Error(`it is ${JSON.stringify(reading)}`);
  return reading.told;
}

import type { EventLog } from '@throughline/event-log';
import {
  type ChangedPlace,
  deciderKeyOf,
  type DeliveryEvent,
  type Instant,
  TOPICS,
} from '@throughline/events';
import { type ClickHouseClient, readPlacesOfNames } from '@throughline/store';
import type { Facts } from '../facts/decode-batch.js';
import { namedBy } from './named-by.js';

/**
 * Facts older than this wake nobody, so nobody is hurried by them: alerters find what an import of a
 * whole history brought when they look at everything, which they do regularly.
 */
const RECENT_MS = 2 * 24 * 60 * 60 * 1000;

/** Tells the alerters where something has changed. */
export class ChangeTeller {
  /** @param production where an incident is taken to have happened that does not say */
  constructor(
    private readonly client: ClickHouseClient,
    private readonly log: EventLog,
    private readonly production: readonly string[],
    private readonly now: () => Instant,
  ) {}

  /** Resolves once it is durable. To be called once the facts can be read. */
  async tell({ deployment, verdict, incident }: Facts): Promise<void> {
    const oldest = this.now() - RECENT_MS;
    const recent = [...deployment, ...verdict, ...incident].flatMap(({ event }): DeliveryEvent[] =>
      event.updatedAt >= oldest ? [event] : [],
    );
    const places = await this.placesOf(recent);
    await this.log.append(
      places.map((place) => ({
        topic: TOPICS.changed,
        key: deciderKeyOf(place),
        value: Buffer.from(JSON.stringify(place)),
      })),
    );
  }

  private async placesOf(events: readonly DeliveryEvent[]): Promise<readonly ChangedPlace[]> {
    const named = events.map((event) => namedBy(event, this.production));
    const ids = named.flatMap((one) => one.ids);
    const shas = named.flatMap((one) => one.shas);
    const versions = named.flatMap((one) => one.versions);
    const found =
      ids.length + shas.length + versions.length === 0
        ? []
        : await readPlacesOfNames(this.client, {
            ...{ ids, shas, versions },
            production: [...this.production],
          });
    const places = new Map<string, ChangedPlace>();
    for (const { service, environment } of [...named.flatMap((one) => one.places), ...found]) {
      places.set(JSON.stringify([service, environment]), { service, environment });
    }
    return [...places.values()];
  }
}

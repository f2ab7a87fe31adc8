import { deciderKeyOf, type Instant } from '@throughline/events';
import type { Catalogue, CatalogueReader } from '@throughline/reporting';
import type { AlertRule } from '@throughline/service-kit';
import { type ClickHouseClient, readAlertsOfDeciders } from '@throughline/store';
import type { AlertingOptions } from '../alerting-options.js';
import { lookingFrom } from '../looking/place-histories.js';
import type { LookedAtServices, PlaceLooker } from '../looking/place-looker.js';
import { isAboutPlaces } from '../looking/place-rules.js';
import { acknowledgementsOf } from './acknowledgements-of.js';
import { decide } from './decide.js';
import type { Decisions } from './decisions.js';

/** For services that were looked at, when something may change by time alone. */
export type NextLooks = ReadonlyMap<string, Instant>;

/** Decides about services, by the rules that are about single places. */
export class PlaceDecider {
  private readonly rules: readonly AlertRule[];

  constructor(
    private readonly client: ClickHouseClient,
    private readonly looker: PlaceLooker,
    private readonly catalogue: CatalogueReader,
    private readonly decisions: Decisions,
    private readonly options: AlertingOptions,
  ) {
    this.rules = options.alerts.filter(isAboutPlaces);
  }

  /** Looks at services in all their environments, and decides. */
  async decide(services: readonly string[]): Promise<NextLooks> {
    const now = this.options.now();
    const catalogue = await this.catalogue.read();
    const nextLooks = new Map<string, Instant>();
    const left = new Set(services);
    for await (const looked of this.looker.look(services, this.rules, catalogue, now)) {
      for (const [service, all] of looked) {
        left.delete(service);
        const next = Math.min(...all.map(({ nextLookAt = Infinity }) => nextLookAt));
        if (next < Infinity) nextLooks.set(service, next);
      }
      await this.keep(looked, catalogue, now);
    }
    // Of a service that has no deployments any more nothing can go on firing.
    await this.keep(new Map([...left].map((service) => [service, []])), catalogue, now);
    return nextLooks;
  }

  private async keep(looked: LookedAtServices, catalogue: Catalogue, now: Instant): Promise<void> {
    const keyOf = (service: string) => deciderKeyOf({ service, environment: '' });
    const known = await readAlertsOfDeciders(this.client, {
      deciderKeys: [...looked.keys()].map(keyOf),
      since: lookingFrom(now),
    });
    await this.decisions.finish(known.filter(({ unsaidActions }) => unsaidActions.length > 0));
    const acknowledgements = await acknowledgementsOf(this.client, known);
    for (const [service, ofService] of looked) {
      const deciderKey = keyOf(service);
      const { team, owner, tier, runbookUrl } = catalogue.find(service) ?? {};
      const decided = decide({
        looked: ofService,
        known: known.filter((one) => one.deciderKey === deciderKey),
        acknowledgements,
        ownership: () => ({ team, owner, tier, runbookUrl }),
        rules: this.rules.map(({ name }) => name),
        now,
      });
      await this.decisions.keep(decided, deciderKey);
    }
  }
}

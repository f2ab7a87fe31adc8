import { groupBy } from '@throughline/dora';
import { deciderKeyOf, type Instant } from '@throughline/events';
import type { Catalogue, CatalogueReader, Judgements } from '@throughline/reporting';
import type { AlertRule } from '@throughline/service-kit';
import { type ClickHouseClient, readAlertsOfDeciders, readNewNormals } from '@throughline/store';
import type { AlertingOptions } from '../alerting-options.js';
import { environmentsOf, isInScope } from '../in-scope.js';
import type { Fleet } from '../looking/fleet.js';
import type { Looked } from '../looking/looked.js';
import {
  learningFrom,
  lookingFrom,
  type PlaceHistory,
  placeHistories,
} from '../looking/place-histories.js';
import { isAboutPlaces, lookAtPlace } from '../looking/place-rules.js';
import { acknowledgementsOf } from './acknowledgements-of.js';
import type { Decisions } from './decisions.js';
import { decide } from './decide.js';

/** What was looked at, and when it has to be looked at again though nothing happens. */
export type NextLooks = ReadonlyMap<string, Instant | undefined>;

/** Decides about services, by the rules that are about single places. */
export class PlaceDecider {
  private readonly rules: readonly AlertRule[];
  private readonly environments: readonly string[];

  constructor(
    private readonly client: ClickHouseClient,
    private readonly judgements: Judgements,
    private readonly catalogue: CatalogueReader,
    private readonly fleet: Fleet,
    private readonly decisions: Decisions,
    private readonly options: AlertingOptions,
  ) {
    this.rules = options.alerts.filter(isAboutPlaces);
    this.environments = [
      ...new Set(this.rules.flatMap((rule) => environmentsOf(rule.for, options.environments))),
    ];
  }

  /**
   * Looks at services in all their environments, and decides.
   *
   * @returns for each of them when something may change by time alone
   */
  async decide(services: readonly string[]): Promise<NextLooks> {
    const now = this.options.now();
    const calibrations = this.rules.length === 0 ? [] : await this.fleet.calibrations(now);
    const catalogue = await this.catalogue.read();
    const nextLooks = new Map<string, Instant | undefined>();
    const left = new Set(services);
    const from = learningFrom(now);
    for await (const places of placeHistories(this.judgements, services, this.environments, from)) {
      const byService = groupBy(places, ({ service }) => service);
      const normals = await this.newNormals([...byService.keys()]);
      const looked = new Map<string, readonly Looked[]>();
      for (const [service, ofService] of byService) {
        left.delete(service);
        const all = ofService.flatMap((place) =>
          this.look(place, catalogue, normals(place), calibrations, now),
        );
        looked.set(service, all);
        nextLooks.set(service, earliest(all.map(({ nextLookAt }) => nextLookAt)));
      }
      await this.keep(looked, catalogue, now);
    }
    // Of a service that has no deployments any more nothing can go on firing.
    await this.keep(new Map([...left].map((service) => [service, []])), catalogue, now);
    return nextLooks;
  }

  private look(
    place: PlaceHistory,
    catalogue: Catalogue,
    newNormals: readonly Instant[],
    calibrations: Awaited<ReturnType<Fleet['calibrations']>>,
    now: Instant,
  ): readonly Looked[] {
    const { service, environment } = place;
    const { team, tier } = catalogue.find(service) ?? {};
    const about = { service, environment, team, tier };
    return this.rules
      .filter((rule) => isInScope(rule.for, about, this.options.environments))
      .flatMap((rule) => lookAtPlace(rule, { place, calibrations, newNormals, now }))
      .map((looked) => ({ ...looked, episodes: recent(looked, now) }));
  }

  private async keep(
    looked: ReadonlyMap<string, readonly Looked[]>,
    catalogue: Catalogue,
    now: Instant,
  ): Promise<void> {
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

  private async newNormals(services: string[]) {
    const rows = services.length === 0 ? [] : await readNewNormals(this.client, { services });
    return ({ service, environment }: PlaceHistory): readonly Instant[] =>
      rows.find((row) => row.service === service && row.environment === environment)?.at ?? [];
  }
}

/** What was over before anybody looks is nobody's news and no history that is kept. */
function recent({ episodes }: Looked, now: Instant): Looked['episodes'] {
  const from = lookingFrom(now);
  return episodes.filter(({ endedAt = Infinity }) => endedAt >= from);
}

function earliest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  const known = instants.flatMap((instant) => instant ?? []);
  return known.length === 0 ? undefined : Math.min(...known);
}

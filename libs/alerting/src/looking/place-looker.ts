import { groupBy } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { Catalogue, Judgements } from '@throughline/reporting';
import type { AlertRule } from '@throughline/service-kit';
import { type ClickHouseClient, readNewNormals } from '@throughline/store';
import { type EnvironmentClasses, environmentsOf, isInScope } from '../in-scope.js';
import type { Fleet } from './fleet.js';
import type { Looked } from './looked.js';
import { learningFrom, lookingFrom, type PlaceHistory, placeHistories } from './place-histories.js';
import { lookAtPlace, type PlaceQuestion } from './place-rules.js';

/** What rules say of services, by service. */
export type LookedAtServices = ReadonlyMap<string, readonly Looked[]>;

/** Looks at services in all their environments, by rules that are about single places. */
export class PlaceLooker {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly judgements: Judgements,
    private readonly fleet: Fleet,
    private readonly environments: EnvironmentClasses,
  ) {}

  /** A handful of services at a time; one that was never deployed to where a rule looks is left out. */
  async *look(
    services: readonly string[],
    rules: readonly AlertRule[],
    catalogue: Catalogue,
    now: Instant,
  ): AsyncGenerator<LookedAtServices> {
    if (rules.length === 0) return;
    const environments = [
      ...new Set(rules.flatMap((rule) => environmentsOf(rule.for, this.environments))),
    ];
    const calibrations = await this.fleet.calibrations(now);
    const from = learningFrom(now);
    for await (const places of placeHistories(this.judgements, services, environments, from)) {
      const byService = groupBy(places, ({ service }) => service);
      const newNormals = await this.newNormals([...byService.keys()]);
      yield new Map(
        [...byService].map(([service, ofService]) => [
          service,
          ofService.flatMap((place) =>
            this.lookAt(rules, catalogue, {
              ...{ place, calibrations, now },
              newNormals: newNormals(place),
            }),
          ),
        ]),
      );
    }
  }

  private lookAt(
    rules: readonly AlertRule[],
    catalogue: Catalogue,
    question: PlaceQuestion,
  ): readonly Looked[] {
    const { service, environment } = question.place;
    const { team, tier } = catalogue.find(service) ?? {};
    const about = { service, environment, team, tier };
    return rules
      .filter((rule) => isInScope(rule.for, about, this.environments))
      .flatMap((rule) => lookAtPlace(rule, question))
      .map((looked) => ({ ...looked, episodes: recent(looked, question.now) }));
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

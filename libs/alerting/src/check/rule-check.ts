import type { AlertSeverity, AlertSubject } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { CatalogueReader } from '@throughline/reporting';
import type { AlertRule } from '@throughline/service-kit';
import type { Fleet } from '../looking/fleet.js';
import type { Looked } from '../looking/looked.js';
import type { PlaceLooker } from '../looking/place-looker.js';
import { isAboutPlaces } from '../looking/place-rules.js';
import type { RuleLooker } from '../looking/rule-looker.js';

/** When a rule would have raised an alert. */
export interface CheckedEpisode {
  readonly subject: AlertSubject;
  readonly severity: AlertSeverity;
  readonly startedAt: Instant;
  /** null while it goes on. */
  readonly endedAt: Instant | null;
  readonly title: string;
}

/** What a rule would have done over the history that is stored. */
export interface CheckedRule {
  readonly name: string;
  readonly rule: AlertRule['rule'];
  /** How many services, teams or sources it looked at. */
  readonly lookedAt: number;
  /** Newest first. */
  readonly episodes: readonly CheckedEpisode[];
}

/** Replays rules over what is stored: what would have been raised, and by which. Nobody is told. */
export class RuleCheck {
  constructor(
    private readonly places: PlaceLooker,
    private readonly rules: RuleLooker,
    private readonly fleet: Fleet,
    private readonly catalogue: CatalogueReader,
    private readonly now: () => Instant,
  ) {}

  /** @param from episodes that ended before are left out */
  async replay(rules: readonly AlertRule[], from: Instant): Promise<readonly CheckedRule[]> {
    const now = this.now();
    const catalogue = await this.catalogue.read();
    const looked: Looked[] = [];
    const ofPlaces = rules.filter(isAboutPlaces);
    const services = await this.fleet.services();
    for await (const some of this.places.look(services, ofPlaces, catalogue, now)) {
      looked.push(...[...some.values()].flat());
    }
    for (const rule of rules.filter((one) => !isAboutPlaces(one))) {
      looked.push(...(await this.rules.replay(rule, catalogue, from, now)));
    }
    return rules.map(({ name, rule }) => {
      const mine = looked.filter((one) => one.rule === name);
      return { name, rule, lookedAt: mine.length, episodes: episodesOf(mine, from) };
    });
  }
}

function episodesOf(looked: readonly Looked[], from: Instant): readonly CheckedEpisode[] {
  return looked
    .flatMap(({ subject, episodes }) =>
      episodes.map(({ finding: { severity, startedAt, title }, endedAt }) => ({
        ...{ subject, severity, startedAt, title },
        endedAt: endedAt ?? null,
      })),
    )
    .filter(({ endedAt }) => endedAt === null || endedAt >= from)
    .sort((a, b) => b.startedAt - a.startedAt);
}

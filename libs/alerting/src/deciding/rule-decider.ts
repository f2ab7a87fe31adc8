import { deciderKeyOf } from '@throughline/events';
import type { CatalogueReader } from '@throughline/reporting';
import { type ClickHouseClient, readAlertsOfDeciders } from '@throughline/store';
import type { AlertingOptions } from '../alerting-options.js';
import { isAboutPlaces } from '../looking/place-rules.js';
import { lookingFrom } from '../looking/place-histories.js';
import type { RuleLooker } from '../looking/rule-looker.js';
import { acknowledgementsOf } from './acknowledgements-of.js';
import { decide } from './decide.js';
import type { Decisions } from './decisions.js';

/** Decides by the rules that are about everything they are for at once, each by itself. */
export class RuleDecider {
  /** The names of these rules. */
  readonly names: readonly string[];

  constructor(
    private readonly client: ClickHouseClient,
    private readonly looker: RuleLooker,
    private readonly catalogue: CatalogueReader,
    private readonly decisions: Decisions,
    private readonly options: AlertingOptions,
  ) {
    this.names = options.alerts.filter((rule) => !isAboutPlaces(rule)).map(({ name }) => name);
  }

  /** @param names of rules; one that is not configured any more ends what it led to */
  async decide(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const now = this.options.now();
    const catalogue = await this.catalogue.read();
    for (const name of names) {
      const deciderKey = deciderKeyOf({ rule: name });
      const known = await readAlertsOfDeciders(this.client, {
        deciderKeys: [deciderKey],
        since: lookingFrom(now),
      });
      await this.decisions.finish(known.filter(({ unsaidActions }) => unsaidActions.length > 0));
      const rule = this.options.alerts.find((one) => one.name === name);
      const firing = known
        .filter(({ alert }) => alert.state === 'firing')
        .map(({ alert }) => alert);
      const decided = decide({
        looked: rule === undefined ? [] : await this.looker.look(rule, firing, catalogue, now),
        known,
        acknowledgements: await acknowledgementsOf(this.client, known),
        ownership: ({ service, team }) => {
          const entry = service === undefined ? undefined : catalogue.find(service);
          return {
            team: entry?.team ?? team,
            owner: entry?.owner,
            tier: entry?.tier,
            runbookUrl: entry?.runbookUrl,
          };
        },
        rules: this.names,
        now,
      });
      await this.decisions.keep(decided, deciderKey);
    }
  }
}

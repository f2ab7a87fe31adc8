import {
  type ChangedMessage,
  deciderKeyOf,
  type Instant,
  tellerKeyOf,
  TOPICS,
} from '@throughline/events';
import type { DecidedMessage } from '@throughline/events';
import { OneAtATime } from '@throughline/service-kit';
import { type ClickHouseClient, readProgress, readUnsaidAlerts } from '@throughline/store';
import type { Decisions } from './deciding/decisions.js';
import type { PlaceDecider } from './deciding/place-decider.js';
import type { RuleDecider } from './deciding/rule-decider.js';
import type { Fleet } from './looking/fleet.js';
import type { Sender } from './sending/sender.js';
import type { Teller } from './telling/teller.js';
import { timeLook } from './telemetry.js';

/** Whether this alerter is the one of its group for what has a key. */
export type Owns = (topic: string, key: string) => boolean;

/**
 * Everything is looked at whose facts may have changed without anybody being told, as an import does:
 * once nothing has come in for a moment, or so often while something always does.
 */
const EVERYTHING = { afterQuietMs: 10_000, atMostEveryMs: 30_000, atLeastEveryMs: 15 * 60_000 };

/** How often rules are looked at that are about no single service: what they go by moves in days. */
const RULES_EVERY_MS = 5 * 60 * 1000;

export interface AlerterParts {
  readonly fleet: Fleet;
  readonly places: PlaceDecider;
  readonly rules: RuleDecider;
  readonly decisions: Decisions;
  readonly teller: Teller;
  readonly sender: Sender;
}

/**
 * Decides and tells, one thing after the other: what changed, what time brought about, and what an
 * alerter left behind that died.
 */
export class Alerter {
  private readonly queue = new OneAtATime();
  private readonly nextLooks = new Map<string, Instant>();
  private lookedAtRules = -Infinity;
  private services: readonly string[] = [];
  private own = new Set<string>();
  /** How far the store was when everything was looked at, and how far it is, since when. */
  private lookedAtEverything: { readonly at: Instant; readonly mark: string } = {
    at: -Infinity,
    mark: '',
  };
  private stored: { readonly since: Instant; readonly mark: string } = {
    since: -Infinity,
    mark: '',
  };

  constructor(
    private readonly client: ClickHouseClient,
    private readonly parts: AlerterParts,
    private readonly now: () => Instant,
  ) {}

  /** Resolves once everything that follows from the changes is decided and kept. */
  changed(messages: readonly ChangedMessage[]): Promise<void> {
    return this.queue.run(async () => {
      const services = new Set<string>();
      const rules = new Set<string>();
      for (const message of messages) {
        if ('rule' in message) rules.add(message.rule);
        else services.add(message.service);
      }
      await this.look([...services]);
      await this.parts.rules.decide([...rules]);
    });
  }

  /** Resolves once it is kept what is to be delivered. */
  decided(messages: readonly DecidedMessage[]): Promise<void> {
    return this.queue.run(async () => {
      await this.parts.teller.tell(messages);
      this.parts.sender.wake();
    });
  }

  /** What no message brings about. To be called every few seconds. */
  tick(owns: Owns): Promise<void> {
    return this.queue.run(async () => {
      await this.finishWhatWasLeft(owns);
      const now = this.now();
      await this.parts.teller.tellDeferred((environment) =>
        owns(TOPICS.alerts, tellerKeyOf(environment)),
      );
      const due = [...this.nextLooks].flatMap(([service, at]) => (at <= now ? [service] : []));
      await this.look(due.filter((service) => owns(TOPICS.changed, keyOf(service))));
      if (now - this.lookedAtRules >= RULES_EVERY_MS) {
        this.lookedAtRules = now;
        const own = this.parts.rules.names.filter((rule) =>
          owns(TOPICS.changed, deciderKeyOf({ rule })),
        );
        await this.parts.rules.decide(own);
      }
      await this.lookAtEverything(owns, now);
    });
  }

  /** All services of this alerter: when facts came in since, and those that have just become its own. */
  private async lookAtEverything(owns: Owns, now: Instant): Promise<void> {
    if (await this.isTimeForEverything(now)) {
      this.services = await this.parts.fleet.services();
      this.own.clear();
    }
    const own = this.services.filter((service) => owns(TOPICS.changed, keyOf(service)));
    const isNew = own.filter((service) => !this.own.has(service));
    for (const service of this.nextLooks.keys()) {
      if (!owns(TOPICS.changed, keyOf(service))) this.nextLooks.delete(service);
    }
    await this.look(isNew);
    // Only now: what could not be looked at is looked at again.
    this.own = new Set(own);
  }

  private async isTimeForEverything(now: Instant): Promise<boolean> {
    const [progress] = await readProgress(this.client, {});
    const mark = progress?.mark ?? '';
    if (mark !== this.stored.mark) this.stored = { mark, since: now };
    if (mark === this.lookedAtEverything.mark) return false;
    const ago = now - this.lookedAtEverything.at;
    const isQuiet = now - this.stored.since >= EVERYTHING.afterQuietMs;
    if (!(isQuiet && ago >= EVERYTHING.atMostEveryMs) && ago < EVERYTHING.atLeastEveryMs) {
      return false;
    }
    this.lookedAtEverything = { mark, at: now };
    return true;
  }

  private async look(services: readonly string[]): Promise<void> {
    if (services.length === 0) return;
    const started = performance.now();
    const nextLooks = await this.parts.places.decide(services);
    for (const service of services) {
      const at = nextLooks.get(service);
      if (at === undefined) this.nextLooks.delete(service);
      else this.nextLooks.set(service, at);
    }
    timeLook((performance.now() - started) / 1000);
  }

  private async finishWhatWasLeft(owns: Owns): Promise<void> {
    const unsaid = await readUnsaidAlerts(this.client, {});
    await this.parts.decisions.finish(
      unsaid.filter(({ alert: { kind }, deciderKey }) =>
        owns(kind === 'common-cause' ? TOPICS.alerts : TOPICS.changed, deciderKey),
      ),
    );
  }
}

function keyOf(service: string): string {
  return deciderKeyOf({ service, environment: '' });
}

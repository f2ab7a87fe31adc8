import type { Alert } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { Catalogue, MetricsReport } from '@throughline/reporting';
import type { AlertRule } from '@throughline/service-kit';
import type { ClickHouseClient } from '@throughline/store';
import type { AlertingOptions } from '../alerting-options.js';
import { environmentsOf } from '../in-scope.js';
import { type Episode, type Looked, subjectKey } from './looked.js';
import { sampleDrifts } from './rules/drifts.js';
import type { IsFiring, Sampled } from './rules/sampled.js';
import { sampleSilences } from './rules/silences.js';
import { sampleThresholds } from './rules/thresholds.js';

const DAY = 24 * 60 * 60 * 1000;

/** Over half a year about once a week. */
const MOST_LOOKS = 30;

/** What rules say that are about everything they are for at once. */
export class RuleLooker {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly metrics: MetricsReport,
    private readonly options: Pick<AlertingOptions, 'environments'>,
  ) {}

  /** @param firing what the rule led to before and still fires */
  async look(
    rule: AlertRule,
    firing: readonly Alert[],
    catalogue: Catalogue,
    now: Instant,
  ): Promise<readonly Looked[]> {
    const bySubject = new Map(firing.map((alert) => [subjectKey(alert.subject), alert]));
    const isFiring: IsFiring = (subject) => bySubject.has(subjectKey(subject));
    const sampled = await this.sample(rule, catalogue, isFiring, now);
    return sampled.map(({ subject, state, finding }) => {
      const before = bySubject.get(subjectKey(subject));
      return {
        ...{ rule: rule.name, kind: kindOf(rule), subject },
        episodes: episodesOf(state, finding, before, now),
        undecided: state === 'unknown',
      };
    });
  }

  /**
   * What the rule would have said, looked at a few times: often enough to see what lasts, seldom
   * enough that whoever asks gets an answer. For how long something must hold is left aside.
   */
  async replay(
    rule: AlertRule,
    catalogue: Catalogue,
    from: Instant,
    now: Instant,
  ): Promise<readonly Looked[]> {
    const seen = new Map<string, { readonly subject: Looked['subject']; episodes: Episode[] }>();
    const step = Math.max(DAY, Math.ceil((now - from) / MOST_LOOKS));
    const asked = rule.rule === 'threshold' ? { ...rule, hold: 0 } : rule;
    for (let at = from; at <= now; at += step) {
      const isFiring: IsFiring = (subject) => isOpen(seen.get(subjectKey(subject))?.episodes);
      for (const { subject, state, finding } of await this.sample(asked, catalogue, isFiring, at)) {
        const known = seen.get(subjectKey(subject)) ?? { subject, episodes: [] };
        seen.set(subjectKey(subject), known);
        const last = known.episodes.at(-1);
        if (isOpen(known.episodes)) {
          if (state === 'over' && last !== undefined) {
            known.episodes.splice(-1, 1, { ...last, endedAt: at, resolution: 'recovered' });
          }
        } else if (state === 'holds') known.episodes.push({ finding });
      }
    }
    return [...seen.values()].map((one) => ({ rule: rule.name, kind: kindOf(rule), ...one }));
  }

  private sample(
    rule: AlertRule,
    catalogue: Catalogue,
    isFiring: IsFiring,
    at: Instant,
  ): Promise<readonly Sampled[]> {
    const environments = environmentsOf(rule.for, this.options.environments);
    const services = servicesOf(rule, catalogue);
    switch (rule.rule) {
      case 'threshold':
        return sampleThresholds(this.metrics, rule, services, environments, isFiring, at);
      case 'drift':
        return sampleDrifts(this.client, rule, services, environments, isFiring, at);
      case 'source-silent':
        return sampleSilences(this.client, rule, services, environments, at);
      default:
        return Promise.resolve([]);
    }
  }
}

/** Undefined where the rule is for all services, those too that nobody has described. */
function servicesOf(
  { for: scope }: AlertRule,
  catalogue: Catalogue,
): readonly string[] | undefined {
  const { service, team, tier } = scope;
  if (team === undefined && tier === undefined) return service;
  return catalogue.entries
    .filter((entry) => team === undefined || team.includes(entry.team ?? ''))
    .filter(
      (entry) => tier === undefined || (entry.tier !== undefined && tier.includes(entry.tier)),
    )
    .map(({ name }) => name)
    .filter((name) => service === undefined || service.includes(name));
}

function kindOf({ rule }: AlertRule): Looked['kind'] {
  return rule;
}

function isOpen(episodes: readonly Episode[] | undefined): boolean {
  const last = episodes?.at(-1);
  return last !== undefined && last.endedAt === undefined;
}

function episodesOf(
  state: Sampled['state'],
  finding: Sampled['finding'],
  before: Alert | undefined,
  now: Instant,
): readonly Episode[] {
  if (state === 'unknown') return [];
  if (before === undefined) return state === 'holds' ? [{ finding }] : [];
  const { severity, startedAt, lastEventAt, title, explanation, evidence } = before;
  // What it was when it began stays what it is told by; only its end is new.
  const begun = { severity, startedAt, lastEventAt, title, explanation, evidence };
  return state === 'holds'
    ? [{ finding: { ...finding, startedAt, lastEventAt } }]
    : [{ finding: begun, endedAt: now, resolution: 'recovered' }];
}

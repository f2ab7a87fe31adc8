import type { Acknowledgement, AlertSubject } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { KnownAlert } from '@throughline/store';
import { type Looked, subjectKey } from '../looking/looked.js';
import { type Decided, type Ownership, reconcile } from './reconcile.js';

export interface ToDecide {
  readonly looked: readonly Looked[];
  /** Everything that may still matter of what the same decider decided before. */
  readonly known: readonly KnownAlert[];
  readonly acknowledgements: ReadonlyMap<string, readonly Acknowledgement[]>;
  readonly ownership: (subject: AlertSubject) => Ownership;
  /** The names of the rules that there are. */
  readonly rules: readonly string[];
  readonly now: Instant;
}

/** Decides about everything that rules say of one decider's things, and about what none speaks of any more. */
export function decide(asked: ToDecide): readonly Decided[] {
  const { looked, known, acknowledgements, ownership, rules, now } = asked;
  const spokenOf = new Set(looked.map(keyOf));
  const silent = known
    .filter(({ alert }) => alert.state === 'firing' && !spokenOf.has(keyOf(alert)))
    .flatMap((one) => {
      const { rule, kind, subject } = one.alert;
      const nothing: Looked = { rule, kind, subject, episodes: [] };
      const ended = reconcile(nothing, [one], acknowledgements, ownership(subject), now);
      if (rules.includes(rule)) return ended;
      return ended.map(({ alert, actions }) => ({
        alert: { ...alert, resolution: 'rule_removed' as const },
        actions,
      }));
    });
  return [
    ...looked.flatMap((one) => {
      const mine = known.filter(({ alert }) => keyOf(alert) === keyOf(one));
      return reconcile(one, mine, acknowledgements, ownership(one.subject), now);
    }),
    ...silent,
  ];
}

function keyOf({ rule, subject }: Pick<Looked, 'rule' | 'subject'>): string {
  return JSON.stringify([rule, subjectKey(subject)]);
}

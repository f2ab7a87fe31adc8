import { fingerprintHex } from '@throughline/events';
import type { RollbackBlames } from '../failures/going-back.js';
import type { FailureRule } from '../failures/failure-rules.js';
import { compareText } from '../shipment/shipment.js';
import type {
  CommitLeadTimeDefinition,
  Definition,
  LeadTimeDefinition,
  ReworkSign,
} from './definition.js';

/** A definition of the user's own: another one, and what is different in it. */
export interface OwnDefinition {
  /** The id of the definition that it starts from. */
  readonly extends: string;
  readonly title?: string | undefined;
  readonly leadTime?:
    | {
        readonly from?: CommitLeadTimeDefinition['from'] | undefined;
        readonly mergeCommits?: boolean | undefined;
      }
    | undefined;
  readonly failure?:
    | {
        readonly rules?: readonly FailureRule[] | undefined;
        readonly minimumConfidence?: number | undefined;
        readonly windowSeconds?: number | undefined;
        readonly windowSecondsOf?: Readonly<Record<string, number>> | undefined;
        readonly rollbackBlames?: RollbackBlames | undefined;
        readonly withoutRollbacks?: boolean | undefined;
      }
    | undefined;
  readonly rework?: { readonly signs?: readonly ReworkSign[] | undefined } | undefined;
}

/** Makes the definition that a user describes. */
export function extendDefinition(id: string, base: Definition, own: OwnDefinition): Definition {
  const { failure, rework } = own;
  const answering = {
    quantile: base.quantile,
    deployments: base.deployments,
    leadTime: leadTimeOf(base, own),
    failure: { ...base.failure, ...said(failure ?? {}) },
    recovery: base.recovery,
    rework: rework?.signs === undefined ? base.rework : { signs: rework.signs },
    restore: base.restore,
  };
  return {
    ...base,
    ...answering,
    id,
    version: `${base.version}-${fingerprint(answering)}`,
    title: own.title ?? `${base.title}, with changes of our own`,
    metrics: { ...base.metrics, ...wordsOf(base, own) },
  };
}

/** When a commit's clock starts says nothing to a definition that times changes. */
function leadTimeOf({ leadTime }: Definition, own: OwnDefinition): LeadTimeDefinition {
  if (leadTime.of === 'changes') return leadTime;
  const { from, mergeCommits } = own.leadTime ?? {};
  return { ...leadTime, ...said({ from, withMerges: mergeCommits }) };
}

/**
 * Of what the answers depend on, and of nothing else: it is the same however a user put it. Every
 * list of a definition is a set.
 */
function fingerprint(answering: object): string {
  const text = JSON.stringify(answering, (_key, value: unknown) => {
    if (Array.isArray(value)) return [...(value as unknown[])].sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
  });
  return fingerprintHex(text).slice(0, 8);
}

/** Without what was not said, so that spreading it changes nothing. */
function said<T extends object>(stated: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(stated).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

/** What is different, added to the words of each metric that it touches. */
function wordsOf(base: Definition, { leadTime, failure, rework }: OwnDefinition) {
  const words = (metric: string, different: object | undefined) => {
    const text = JSON.stringify(said(different ?? {}));
    if (text === '{}') return {};
    return { [metric]: `${base.metrics[metric] ?? ''} Different here: ${text}.` };
  };
  return {
    ...words('changeLeadTime', base.leadTime.of === 'commits' ? leadTime : undefined),
    ...words('changeFailRate', failure),
    ...words('recoveryTime', base.recovery === null ? undefined : failure),
    ...words('timeToRestore', base.restore.from === 'cause' ? failure : undefined),
    ...words('reworkRate', rework),
  };
}

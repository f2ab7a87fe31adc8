import { fingerprintHex } from '@throughline/events';
import type { RollbackBlames } from '../failures/going-back.js';
import type { FailureRule } from '../failures/failure-rules.js';
import type { CommitLeadTimeDefinition, Definition, ReworkSign } from './definition.js';

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

/**
 * Makes the definition that a user describes.
 *
 * Its version is that of the definition it starts from and a fingerprint of what is different, so
 * that it changes whenever an answer could.
 */
export function extendDefinition(id: string, base: Definition, own: OwnDefinition): Definition {
  const { leadTime, failure, rework } = own;
  const changed = said({ leadTime, failure, rework });
  return {
    ...base,
    id,
    version: `${base.version}-${fingerprintHex(JSON.stringify(changed)).slice(0, 8)}`,
    title: own.title ?? `${base.title}, with changes of our own`,
    metrics: { ...base.metrics, ...wordsOf(base, own) },
    leadTime:
      base.leadTime.of === 'commits'
        ? {
            ...base.leadTime,
            ...said({ from: leadTime?.from, withMerges: leadTime?.mergeCommits }),
          }
        : base.leadTime,
    failure: { ...base.failure, ...said(failure ?? {}) },
    rework: rework?.signs === undefined ? base.rework : { signs: rework.signs },
  };
}

/** Without what was not said, so that spreading it changes nothing. */
function said<T extends object>(stated: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(stated).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

/** What is different, added to the words of each metric that it touches. */
function wordsOf(base: Definition, { leadTime, failure, rework }: OwnDefinition) {
  const words = (metric: string, different: object | undefined) => {
    const text = different === undefined ? '{}' : JSON.stringify(said(different));
    if (text === '{}') return {};
    return { [metric]: `${base.metrics[metric] ?? ''} Different here: ${text}.` };
  };
  return {
    ...words('changeLeadTime', leadTime),
    ...words('changeFailRate', failure),
    ...words('reworkRate', rework),
  };
}

import type { ChangeEvent, CommitEvent } from '@throughline/events';
import { withBuiltCommits } from './built-from.js';
import { Histories } from './histories.js';
import { withReviews } from './reviewed.js';
import { type Finished, inOrder, isFinished, type Place, placesOf } from './places.js';
import type { OracleFacts } from './versions.js';

export type MergedChange = ChangeEvent & { readonly mergedAt: number };

/** The facts, and what every question asks of them first. */
export interface World extends OracleFacts {
  /** By when they finished. */
  readonly finished: readonly Finished[];
  readonly places: readonly Place[];
  readonly merged: readonly MergedChange[];
  readonly histories: Histories;
  /** The environments that are production. */
  readonly production: readonly string[];
}

export function worldOf(said: OracleFacts, production: readonly string[]): World {
  const facts = {
    ...said,
    changes: withReviews(said.changes, said.reviews),
    deployments: withBuiltCommits(said.deployments, said.artifacts),
  };
  const finished = inOrder(facts.deployments.filter(isFinished));
  return {
    ...facts,
    finished,
    places: placesOf(finished),
    merged: facts.changes.filter((change): change is MergedChange => change.mergedAt !== undefined),
    histories: new Histories(finished, facts.commits),
    production,
  };
}

/** The sha under which a change came to its target branch, as far as is known. */
export function standingSha({ mergeSha, headSha, commits }: ChangeEvent): string | undefined {
  return mergeSha ?? headSha ?? commits.at(-1);
}

/** The known ones of these commits. */
export function knownCommits(
  { commits }: OracleFacts,
  repository: string,
  shas: readonly (string | undefined)[],
): readonly CommitEvent[] {
  return commits.filter((one) => one.repository === repository && shas.includes(one.sha));
}

/** The deployment that first brought a change to a place. */
export function firstWithChange(
  { histories }: World,
  place: Place,
  change: ChangeEvent,
): Finished | undefined {
  const sha = standingSha(change);
  return sha === undefined ? undefined : histories.first(place, change.repository, sha);
}

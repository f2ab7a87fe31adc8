import { readChangeMoments } from '@throughline/store';
import { type Finder, listOf } from './found-list.js';
import { storeScope } from './quality-context.js';
import { moment } from './quality-item.js';

type Change = Awaited<ReturnType<typeof readChangeMoments>>[number];

const NAMES = [
  'clock_change_merged_before_opened',
  'change_first_commit_unknown',
  'change_first_review_unknown',
] as const;

/** Looks among the changes merged in the window. */
export const changeFinder: Finder<(typeof NAMES)[number]> = {
  names: NAMES,
  async find(context) {
    const changes = await readChangeMoments(context.client, storeScope(context));
    const list = (is: (change: Change) => boolean, says: (change: Change) => string) =>
      listOf(
        changes.filter(is).map((change) => ({
          thing: 'change',
          id: String(change.number),
          repository: change.repository,
          at: change.mergedAt,
          says: says(change),
        })),
        changes.length,
      );
    return {
      clock_change_merged_before_opened: list(
        ({ openedAt, mergedAt }) => mergedAt < openedAt,
        ({ openedAt }) => `was opened at ${moment(openedAt)}`,
      ),
      change_first_commit_unknown: list(
        ({ begun }) => !begun,
        () => 'none of its commits is known',
      ),
      change_first_review_unknown: list(
        ({ firstReviewAt }) => firstReviewAt === undefined,
        () => 'has no first review',
      ),
    };
  },
};

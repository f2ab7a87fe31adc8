import { z } from 'zod';
import { isCommitHash } from '../drop-in/commit-hash.js';
import { events, ignored, type Normalised } from '../source.js';
import { tidyLabels, tidyName, tidyProse } from '../tidy.js';
import { beforeAnyEnd } from './before-any-end.js';
import { type CdEvent, readingContent, reference } from './cd-event.js';

/** https://github.com/cdevents/spec/blob/main/source-code-version-control.md */
const content = z.object({
  description: z.string().nullish(),
  /** Its id is `owner/name`. */
  repository: reference.nullish(),
});

const PREDICATES = new Set(['created', 'updated', 'reviewed', 'merged', 'abandoned']);

/** The number at the end of what tools use as the id of a change: `42`, `#42`, `acme/shop/pull/42`. */
const NUMBER = /(?:^|[^0-9a-z])(\d{1,9})$/i;

/** A pull or merge request. Only `created` says when it was opened; the others need `openedAt` beside. */
export const readChange = readingContent(content, (event) => {
  const { context, subject, predicate, customData: told } = event;
  if (!PREDICATES.has(predicate)) return ignored(`nothing is measured from change.${predicate}`);
  const number = told.number ?? numberIn(subject.id);
  const repository = told.repositoryUrl ?? subject.content.repository?.id;
  if (number === undefined || repository === undefined) {
    return ignored(
      'the change has no number or no repository: send customData.number and customData.repositoryUrl',
    );
  }
  if (predicate === 'reviewed') return reviewOf(event, repository, number);
  const openedAt = told.openedAt ?? (predicate === 'created' ? context.timestamp : undefined);
  if (predicate === 'updated' && openedAt === undefined) {
    return ignored('change.updated does not say when it was opened; send customData.openedAt');
  }
  const ended = predicate === 'merged' || predicate === 'abandoned';
  return events({
    type: 'change',
    source: 'cdevents',
    updatedAt: ended ? context.timestamp : beforeAnyEnd(openedAt, context.timestamp),
    repository,
    number,
    openedAt,
    mergedAt: predicate === 'merged' ? context.timestamp : undefined,
    closedAt: predicate === 'abandoned' ? context.timestamp : undefined,
    ...commitOf(predicate, told.commitSha),
    branch: tidyName(told.branch, 500),
    title: tidyProse(subject.content.description, 16_384),
    labels: tidyLabels(told.labels ?? []),
  });
});

/**
 * CDEvents say that a person or a machine gave a review, and neither which of them nor what it said: a
 * check of a bot would pass for the first look of a colleague.
 */
function reviewOf(
  { context, customData: told }: CdEvent<unknown>,
  repository: string,
  number: number,
): Normalised {
  if (told.reviewState === undefined) {
    return ignored(
      'change.reviewed does not say what the review said; send customData.reviewState',
    );
  }
  return events({
    type: 'review',
    source: 'cdevents',
    repository,
    number,
    id: tidyName(`${context.source} ${context.id}`, 500),
    updatedAt: context.timestamp,
    at: context.timestamp,
    state: told.reviewState,
  });
}

function numberIn(id: string): number | undefined {
  const [, digits] = isCommitHash(id) ? [] : (NUMBER.exec(id) ?? []);
  return digits === undefined ? undefined : Number(digits);
}

function commitOf(predicate: string, sha: string | undefined) {
  return predicate === 'merged' ? { mergeSha: sha } : { headSha: sha };
}

import { z } from 'zod';
import { isCommitHash } from '../drop-in/commit-hash.js';
import { type EventInput, events, ignored, type Normalised } from '../source.js';
import { tidyLabels } from '../tidy.js';
import { type CdEvent, reference, readingContent } from './cd-event.js';
import { type Revision, withoutHost } from './package-url.js';
import { revisionOf } from './revision.js';

// https://github.com/cdevents/spec/blob/main/continuous-integration.md

const NO_COMMIT =
  'the event does not say which commit the artifact is of: send customData.commitSha and customData.repositoryUrl';

const PREDICATES = new Set(['packaged', 'published']);

/** An artifact, and the change it was made of; `published` names no change. */
export const readArtifact = readingContent(
  z.object({ change: reference.nullish() }),
  (event): Normalised => {
    const { subject, predicate } = event;
    if (!PREDICATES.has(predicate))
      return ignored(`nothing is measured from artifact.${predicate}`);
    const { change } = subject.content;
    // The id of a change is a commit, or the number of a pull request; its source is where it lives.
    const changed =
      change?.source && isCommitHash(change.id)
        ? { repository: withoutHost(change.source), sha: change.id }
        : undefined;
    return madeOf(event, subject.id, changed);
  },
);

/** A build that says what it made. */
export const readBuild = readingContent(
  z.object({ artifactId: z.string().nullish() }),
  (event): Normalised => {
    const { artifactId } = event.subject.content;
    if (event.predicate !== 'finished' || !artifactId) return ignored('the build made no artifact');
    return madeOf(event, artifactId, undefined);
  },
);

function madeOf(
  { context, customData: told }: CdEvent<unknown>,
  artifact: string,
  changed: Revision | undefined,
): Normalised {
  const own = revisionOf(told, artifact);
  const { repository, sha } = own.sha === undefined ? { ...own, ...changed } : own;
  if (repository === undefined || sha === undefined) return ignored(NO_COMMIT);
  const event: EventInput = {
    type: 'artifact',
    source: 'cdevents',
    updatedAt: context.timestamp,
    artifact,
    repository,
    sha,
    builtAt: context.timestamp,
    labels: tidyLabels(told.labels ?? []),
  };
  return events(event);
}

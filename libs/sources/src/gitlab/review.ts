import { z } from 'zod';
import { reading } from '../reading.js';
import { type EventInput, events, ignored } from '../source.js';
import { webLink } from '../tidy.js';
import { idOf, project, user } from './project.js';
import { time } from './time.js';

const change = z.object({ previous: z.unknown(), current: z.unknown() }).nullish();

/** What the delivery of a merge request tells of its review. */
export const payloadOfReview = z.object({
  project,
  user,
  changes: z.object({ draft: change, work_in_progress: change }).nullish(),
  /** As in `object_attributes`, where some versions have it instead. */
  system: z.boolean().nullish(),
  object_attributes: z.object({
    iid: z.int(),
    action: z.string().nullish(),
    /** GitLab did it by itself: it resets approvals after a push, in the name of who pushed. */
    system: z.boolean().nullish(),
    url: z.string().nullish(),
    updated_at: time,
  }),
});

/**
 * One approves, then all that had to have: the last of them is told as either, by the version and by
 * whether rules ask for approvals.
 */
const STATE_OF_ACTION = new Map([
  ['approval', 'approved'],
  ['approved', 'approved'],
  ['unapproval', 'dismissed'],
  ['unapproved', 'dismissed'],
]);

/** The steps of its review that a delivery about a merge request tells of. */
export function reviewsOf(told: z.output<typeof payloadOfReview>): readonly EventInput[] {
  const { project, user, changes, object_attributes: mr } = told;
  const step = {
    type: 'review',
    source: 'gitlab',
    repository: project.path_with_namespace,
    number: mr.iid,
    at: mr.updated_at,
    updatedAt: mr.updated_at,
    url: webLink(mr.url),
  } as const;
  const reviewer = idOf(user?.id) ?? user?.username ?? undefined;
  const state = mr.system || told.system ? undefined : STATE_OF_ACTION.get(mr.action ?? '');
  // Somebody who takes an approval back takes back the one they gave, so the two are one thing.
  const approval = state && { ...step, id: `approval-${reviewer ?? ''}`, state, reviewer };
  const draft = changes?.draft ?? changes?.work_in_progress;
  const isReady = draft?.previous === true && draft.current === false;
  const ready = isReady && { ...step, id: `ready-${mr.updated_at}`, state: 'ready' };
  return [approval, ready].filter((said) => typeof said === 'object');
}

const payload = z.object({
  project,
  /** Of a comment on anything else there is none. */
  merge_request: z.object({ iid: z.int() }).nullish(),
  object_attributes: z.object({
    id: z.int(),
    author_id: z.int().nullish(),
    /** Written by GitLab itself: "added 1 commit". */
    system: z.boolean().nullish(),
    created_at: time,
    updated_at: time.nullish(),
    url: z.string().nullish(),
  }),
});

/**
 * `note`: a comment on a merge request.
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#comment-on-a-merge-request
 */
export const readNote = reading(payload, (told) => {
  const { project, merge_request: mr, object_attributes: note } = told;
  if (!mr) return ignored('a comment on something other than a merge request');
  if (note.system) return ignored('a comment that nobody wrote');
  return events({
    type: 'review',
    source: 'gitlab',
    repository: project.path_with_namespace,
    number: mr.iid,
    id: `note-${note.id}`,
    state: 'commented',
    at: note.created_at,
    updatedAt: note.updated_at ?? note.created_at,
    reviewer: idOf(note.author_id),
    url: webLink(note.url),
  });
});

import { z } from 'zod';
import type { ImportedDelivery } from '../import-part.js';
import { deliveryOf, type GitLabProject } from './gitlab-project.js';

/** https://docs.gitlab.com/api/notes/#list-all-merge-request-notes */
export const noteSchema = z.object({
  id: z.int(),
  body: z.string(),
  author: z.object({ id: z.int() }).nullish(),
  system: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
});

/** A merge request as its webhook carries it. */
interface DeliveredMergeRequest {
  readonly labels: readonly unknown[];
  readonly object_attributes: { readonly iid: number; readonly url: string | null | undefined };
}

/**
 * What GitLab writes below a merge request when a step of its review is done, and how its webhook tells of
 * the same. Nothing else in the API says when somebody approved or the draft was ready.
 */
const STEPS: ReadonlyMap<string, { readonly action: string; readonly changes?: object }> = new Map([
  ['approved this merge request', { action: 'approved' }],
  ['unapproved this merge request', { action: 'unapproved' }],
  [
    'marked this merge request as **ready**',
    { action: 'update', changes: { draft: { previous: true, current: false } } },
  ],
]);

/** The webhook that told of a step of a review, if there was one. */
export function reviewOf(
  note: z.output<typeof noteSchema>,
  project: GitLabProject,
  mergeRequest: DeliveredMergeRequest,
): readonly ImportedDelivery[] {
  const { iid, url } = mergeRequest.object_attributes;
  const { id, author, created_at: at, updated_at: updatedAt } = note;
  if (!note.system) {
    const comment = { id, author_id: author?.id, created_at: at, updated_at: updatedAt };
    return [
      deliveryOf('note', project, {
        merge_request: { iid },
        object_attributes: { ...comment, url: url && `${url}#note_${id}` },
      }),
    ];
  }
  const step = STEPS.get(note.body);
  if (step === undefined) return [];
  return [
    deliveryOf('merge_request', project, {
      ...mergeRequest,
      user: author,
      changes: step.changes,
      object_attributes: {
        ...mergeRequest.object_attributes,
        action: step.action,
        updated_at: at,
      },
    }),
  ];
}

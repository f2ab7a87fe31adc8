import { z } from 'zod';
import { reading } from '../reading.js';
import { events } from '../source.js';
import { webLink } from '../tidy.js';
import { pullRequest } from './cloud-pull-request.js';
import { account, idOf, repository } from './cloud-repository.js';

const payload = z.object({ repository, pullrequest: pullRequest });

const given = z.object({ date: z.string(), user: account });

/** `pullrequest:approved` */
export const readApproval = reading(payload.extend({ approval: given }), (told) =>
  events({
    ...reviewOf(told),
    id: `approved ${told.approval.date}`,
    state: 'approved',
    at: told.approval.date,
    reviewer: idOf(told.approval.user),
  }),
);

/** `pullrequest:changes_request_created` */
export const readChangesRequest = reading(payload.extend({ changes_request: given }), (told) =>
  events({
    ...reviewOf(told),
    id: `changes ${told.changes_request.date}`,
    state: 'changes_requested',
    at: told.changes_request.date,
    reviewer: idOf(told.changes_request.user),
  }),
);

const comment = z.object({ id: z.int(), created_on: z.string(), user: account });

/** `pullrequest:comment_created` */
export const readCloudComment = reading(payload.extend({ comment }), (told) =>
  events({
    ...reviewOf(told),
    id: `comment ${told.comment.id}`,
    state: 'commented',
    at: told.comment.created_on,
    reviewer: idOf(told.comment.user),
  }),
);

function reviewOf({ repository, pullrequest }: z.output<typeof payload>) {
  return {
    type: 'review',
    source: 'bitbucket',
    repository: repository.full_name,
    number: pullrequest.id,
    url: webLink(pullrequest.links?.html?.href),
  } as const;
}

import { z } from 'zod';
import { reading } from '../reading.js';
import { events } from '../source.js';
import { webLink } from '../tidy.js';
import { pullRequest } from './data-center-pull-request.js';
import { date, nameOf, pathOf, person } from './data-center-repository.js';

const payload = z.object({ date, actor: person, pullRequest });

/** `pr:reviewer:approved` and `pr:reviewer:needs_work`: whoever did it is the actor, and did it then. */
export const readReview = (state: 'approved' | 'changes_requested') =>
  reading(payload, (told) =>
    events({
      ...reviewOf(told),
      id: `${state} ${told.date}`,
      state,
      at: told.date,
      reviewer: nameOf(told.actor),
    }),
  );

/** `createdDate` is in unix milliseconds. */
const comment = z.object({ id: z.int(), createdDate: z.number(), author: person });

/** `pr:comment:added` */
export const readDataCenterComment = reading(payload.extend({ comment }), (told) =>
  events({
    ...reviewOf(told),
    id: `comment ${told.comment.id}`,
    state: 'commented',
    at: told.comment.createdDate,
    reviewer: nameOf(told.comment.author),
  }),
);

function reviewOf({ pullRequest: { id, toRef, links } }: z.output<typeof payload>) {
  return {
    type: 'review',
    source: 'bitbucket',
    repository: pathOf(toRef.repository),
    number: id,
    url: webLink(links?.self?.[0]?.href),
  } as const;
}

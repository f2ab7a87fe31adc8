import { z } from 'zod';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { actorOf, identity, notification } from './notification.js';
import { pageOf, pullRequest } from './pull-request.js';

const payload = notification(
  z.object({
    comment: z.object({
      publishedDate: z.string(),
      author: identity.nullish(),
      /** `system` is what Azure DevOps writes of itself. */
      commentType: z.string().nullish(),
      isDeleted: z.boolean().nullish(),
    }),
    pullRequest,
  }),
);

/** `ms.vss-code.git-pullrequest-comment-event`: comments are numbered within their thread only. */
export const readComment = reading(payload, ({ resource: { comment, pullRequest } }) => {
  if (comment.commentType === 'system' || comment.isDeleted) {
    return ignored('a comment that nobody wrote, or that is gone, is no review');
  }
  return events({
    type: 'review',
    source: 'azure-devops',
    repository: pullRequest.repository.remoteUrl,
    number: pullRequest.pullRequestId,
    id: `comment ${comment.publishedDate}`,
    state: 'commented',
    at: comment.publishedDate,
    reviewer: actorOf(comment.author),
    url: pageOf(pullRequest),
  });
});

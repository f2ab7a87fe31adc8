import { z } from 'zod';
import { repository, user } from '../github/repository.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { webLink } from '../tidy.js';

const payload = z.object({
  action: z.string(),
  repository,
  is_pull: z.boolean().nullish(),
  issue: z.object({ number: z.int() }),
  comment: z.object({
    id: z.int(),
    created_at: z.string(),
    updated_at: z.string().nullish(),
    html_url: z.string().nullish(),
    user,
  }),
});

/** `issue_comment`: what somebody said of a pull request outside a review, or of an issue. */
export const readComment = reading(payload, (told) => {
  const { action, repository, is_pull: isPull, issue, comment } = told;
  if (!isPull) return ignored('a comment on an issue, not on a pull request');
  const said = {
    type: 'review',
    source: 'gitea',
    repository: repository.full_name,
    number: issue.number,
    id: `comment ${comment.id}`,
    updatedAt: comment.updated_at ?? comment.created_at,
    at: comment.created_at,
  } as const;
  if (action === 'deleted') return events({ ...said, retracted: true });
  return events({
    ...said,
    state: 'commented',
    reviewer: comment.user?.login,
    url: webLink(comment.html_url),
  });
});

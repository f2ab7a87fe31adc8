import { z } from 'zod';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { webLink } from '../tidy.js';
import { repository } from './repository.js';

const payload = z.object({
  repository,
  pull_request: z.object({ number: z.int(), updated_at: z.string() }),
  review: z.object({
    id: z.int(),
    state: z.string(),
    submitted_at: z.string().nullish(),
    user: z.object({ login: z.string(), type: z.string().nullish() }).nullish(),
    html_url: z.string().nullish(),
  }),
});

/** https://docs.github.com/rest/pulls/reviews; `pending` is a draft that only its writer sees. */
const STATES = new Set(['commented', 'approved', 'changes_requested', 'dismissed']);

/** A review as it is now: given, edited, or dismissed later. */
export const readPullRequestReview = reading(
  payload,
  ({ repository, pull_request: pull, review }) => {
    if (!STATES.has(review.state) || !review.submitted_at) {
      return ignored(`a review that is ${review.state} was not given yet`);
    }
    // It comes within the minute, to every pull request: as a look it would hide how long people take.
    if (review.user?.type === 'Bot') return ignored('a review by a bot: nobody has looked yet');
    return events({
      type: 'review',
      source: 'github',
      repository: repository.full_name,
      number: pull.number,
      id: String(review.id),
      // When it was dismissed is told by nothing but the pull request, which that touches.
      updatedAt: review.state === 'dismissed' ? pull.updated_at : review.submitted_at,
      state: review.state,
      at: review.submitted_at,
      reviewer: review.user?.login,
      url: webLink(review.html_url),
    });
  },
);

import { z } from 'zod';
import { combined } from '../combined.js';
import { repository, user } from '../github/repository.js';
import type { Mapping } from '../mapping/mapping.js';
import { reading } from '../reading.js';
import { events, type Normalised } from '../source.js';
import { webLink } from '../tidy.js';
import { readChange } from './pull-request.js';

const payload = z.object({
  repository,
  pull_request: z.object({
    number: z.int(),
    updated_at: z.string(),
    html_url: z.string().nullish(),
  }),
  /** Who gave the review. */
  sender: user,
});

/**
 * `pull_request_approved`, `_rejected` and `_comment`: the review and the change it is of. A review has
 * neither an id nor a time of its own; giving it touches the pull request, so that tells when.
 *
 * @param state what the event says of the change
 */
export function reviewReader(state: 'approved' | 'changes_requested' | 'commented') {
  const readStep = reading(payload, ({ repository, pull_request: pull, sender }) =>
    events({
      type: 'review',
      source: 'gitea',
      repository: repository.full_name,
      number: pull.number,
      // Without who gave it: ids are kept as they are, people only as a keyed hash.
      id: `${state} ${pull.updated_at}`,
      state,
      at: pull.updated_at,
      reviewer: sender?.login,
      url: webLink(pull.html_url),
    }),
  );
  return (payload: unknown, mapping: Mapping): Normalised =>
    combined([readChange(payload, mapping), readStep(payload, mapping)]);
}

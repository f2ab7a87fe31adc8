import { z } from 'zod';
import { combined } from '../combined.js';
import { pullRequestReader } from '../github/pull-request.js';
import { repository } from '../github/repository.js';
import type { Mapping } from '../mapping/mapping.js';
import { reading } from '../reading.js';
import { events, ignored, type Normalised } from '../source.js';

/** The change as it is now: every delivery about a pull request carries the whole of it. */
export const readChange = pullRequestReader('gitea');

const edit = z.object({
  action: z.string(),
  repository,
  /** Of the action `edited`: what was there before. */
  changes: z.object({ title: z.object({ from: z.string() }).nullish() }).nullish(),
  pull_request: z.object({
    number: z.int(),
    title: z.string().nullish(),
    updated_at: z.string(),
  }),
});

/**
 * How the title of a draft begins, unless an administrator says otherwise:
 * https://docs.gitea.com/usage/issues-prs/pull-request ("work in progress" pull requests).
 */
const DRAFT = /^(?:WIP:|\[WIP\])/i;

/** Only the change of its title says since when a draft has been ready. */
const readReady = reading(edit, ({ action, repository, changes, pull_request: pull }) => {
  const former = changes?.title?.from ?? '';
  if (action !== 'edited' || !DRAFT.test(former) || DRAFT.test(pull.title ?? '')) {
    return ignored('it did not leave draft');
  }
  return events({
    type: 'review',
    source: 'gitea',
    repository: repository.full_name,
    number: pull.number,
    id: `ready ${pull.updated_at}`,
    state: 'ready',
    at: pull.updated_at,
  });
});

/** `pull_request`, whatever happened to it. */
export function readPullRequest(payload: unknown, mapping: Mapping): Normalised {
  return combined([readChange(payload, mapping), readReady(payload, mapping)]);
}

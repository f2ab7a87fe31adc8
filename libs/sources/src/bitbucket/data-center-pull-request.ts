import { z } from 'zod';
import { reading } from '../reading.js';
import { events } from '../source.js';
import { tidyName, tidyProse, webLink } from '../tidy.js';
import { date, nameOf, pathOf, person, repository } from './data-center-repository.js';

/** Times are unix milliseconds. */
export const pullRequest = z.object({
  id: z.int(),
  title: z.string().nullish(),
  state: z.string(),
  createdDate: z.number(),
  updatedDate: z.number(),
  closedDate: z.number().nullish(),
  fromRef: z.object({ displayId: z.string(), latestCommit: z.string().nullish() }),
  toRef: z.object({ repository }),
  author: z.object({ user: person }).nullish(),
  properties: z.object({ mergeCommit: z.object({ id: z.string() }).nullish() }).nullish(),
  /** A server that does not know its own address writes `null` for the link. */
  links: z.object({ self: z.array(z.object({ href: z.string() }).nullable()).nullish() }).nullish(),
});

const payload = z.object({ date, pullRequest });

/** `pr:opened`, `:modified`, `:from_ref_updated`, `:merged`, `:declined` and the like. */
export const readDataCenterPullRequest = reading(payload, ({ pullRequest: pull }) => {
  const merged = pull.state === 'MERGED';
  const closedAt = pull.state === 'OPEN' ? undefined : (pull.closedDate ?? pull.updatedDate);
  return events({
    ...namedBy(pull),
    updatedAt: pull.updatedDate,
    openedAt: pull.createdDate,
    mergedAt: merged ? closedAt : undefined,
    closedAt,
    author: nameOf(pull.author?.user),
    headSha: pull.fromRef.latestCommit,
    mergeSha: merged ? pull.properties?.mergeCommit?.id : undefined,
    branch: tidyName(pull.fromRef.displayId, 500),
    title: tidyProse(pull.title, 16_384),
    url: webLink(pull.links?.self?.[0]?.href),
  });
});

/** `pr:deleted` */
export const readDeletedPullRequest = reading(payload, ({ date, pullRequest: pull }) =>
  events({ ...namedBy(pull), updatedAt: date, retracted: true }),
);

function namedBy({ id, toRef }: z.output<typeof pullRequest>) {
  return {
    type: 'change',
    source: 'bitbucket',
    repository: pathOf(toRef.repository),
    number: id,
  } as const;
}

/** Events as a client writes them, with what every test would say the same of. */

/** A sha made of one character: `sha('a')`. */
export const sha = (character: string) => character.repeat(40);

/** A finished deployment of a service to production that began ten minutes before. */
export const deployment = (
  service: string,
  id: string,
  finishedAt: number,
  stated: object = {},
) => ({
  type: 'deployment',
  service,
  environment: 'production',
  id,
  status: 'succeeded',
  startedAt: finishedAt - 600_000,
  finishedAt,
  ...stated,
});

export const commit = (
  repository: string,
  hash: string,
  parents: readonly string[],
  authoredAt: number,
  stated: object = {},
) => ({ type: 'commit', repository, sha: hash, parents, authoredAt, ...stated });

/** An incident of a service in production that ended after an hour. */
export const incident = (service: string, id: string, openedAt: number, stated: object = {}) => ({
  type: 'incident',
  source: 'pager',
  id,
  service,
  environment: 'production',
  openedAt,
  resolvedAt: openedAt + 3_600_000,
  ...stated,
});

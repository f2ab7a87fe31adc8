import type { ClickHouseClient } from '@clickhouse/client';
import { compareShipments, groupBy, placeKey } from '@throughline/dora';
import { z } from 'zod';
import { inChunks } from '../engine/in-chunks.js';
import { defineQuery } from '../engine/query.js';
import { STANDING_SHA } from './change-commits.js';
import { instant } from './columns.js';
import { type DeploymentScope, IN_SCOPE, scopeParams } from './scope.js';

/** What git says that a commit takes back. */
const REVERTED_COMMITS = `
  SELECT repository, sha AS reverting, arrayJoin(reverts) AS reverted
  FROM commits FINAL
  WHERE notEmpty(reverts)`;

const MERGED = `
  SELECT repository, number, title, branch, merged_at, ${STANDING_SHA} AS sha
  FROM changes FINAL
  WHERE isNotNull(merged_at)`;

/** The branch that GitHub makes for taking a change back names it by number. */
const REVERTED_NUMBER = `toUInt64OrZero(extract(branch, '^revert-([0-9]+)-'))`;

const BY_NUMBER = `match(branch, '^revert-[0-9]+-')`;

// A join keeps its right side in memory: that is the side of the few changes that take one back.
const REVERTED_BY_NUMBER = `
  SELECT later.repository AS repository, later.sha AS reverting, earlier.sha AS reverted
  FROM (${MERGED}) AS earlier
  INNER JOIN (
    SELECT repository, sha, ${REVERTED_NUMBER} AS reverted_number FROM (${MERGED}) WHERE ${BY_NUMBER}
  ) AS later
    ON earlier.repository = later.repository AND earlier.number = later.reverted_number`;

/** GitHub and GitLab call such a change `Revert "title"`. */
const REVERTED_BY_TITLE = `
  SELECT
    later.repository AS repository,
    later.sha AS reverting,
    argMax(earlier.sha, (earlier.merged_at, earlier.number)) AS reverted
  FROM (${MERGED}) AS earlier
  INNER JOIN (
    SELECT repository, number, sha, merged_at, extract(title, '^Revert "(.+)"$') AS reverted_title
    FROM (${MERGED})
    WHERE NOT ${BY_NUMBER} AND reverted_title != ''
  ) AS later
    ON earlier.repository = later.repository AND earlier.title = later.reverted_title
  WHERE earlier.merged_at < later.merged_at
  GROUP BY later.repository, later.number, later.sha`;

/** Every commit that takes back another one. */
const readRevertedCommits = defineQuery({
  name: 'reverted-commits',
  sql: `
    SELECT repository, reverting, reverted FROM (${REVERTED_COMMITS})
    UNION DISTINCT
    SELECT repository, reverting, reverted FROM (${REVERTED_BY_NUMBER})
    UNION DISTINCT
    SELECT repository, reverting, reverted FROM (${REVERTED_BY_TITLE})`,
  params: z.object({}),
  row: z.object({ repository: z.string(), reverting: z.string(), reverted: z.string() }),
});

/** How some commits came to the places of a scope. */
const readShipmentsOf = defineQuery({
  name: 'shipments-of-commits',
  sql: `
    SELECT
      repository,
      sha,
      service,
      environment,
      toUnixTimestamp64Milli(shipped_at) AS finishedAt,
      deployment_id AS deploymentId
    FROM first_shipments
    WHERE ${IN_SCOPE}
      AND repository IN {repositories:Array(String)}
      AND sha IN {shas:Array(String)}`,
  params: z.object({
    ...scopeParams,
    repositories: z.array(z.string()),
    shas: z.array(z.string()),
  }),
  row: z.object({
    repository: z.string(),
    sha: z.string(),
    service: z.string(),
    environment: z.string(),
    finishedAt: instant,
    deploymentId: z.string(),
  }),
});

/** That a deployment took back what an earlier one of its place had brought. */
export interface RevertingDeployment {
  readonly service: string;
  readonly environment: string;
  readonly revertedId: string;
  readonly revertingId: string;
}

/**
 * Deployments since a moment that brought a commit first which takes back one that an earlier
 * deployment of the same place had been the first to bring. Two questions, because what is taken
 * back is little: to look for it within all that was ever shipped is what takes long.
 */
export async function readReverts(
  client: ClickHouseClient,
  { from, ...scope }: DeploymentScope & { readonly from: number },
): Promise<readonly RevertingDeployment[]> {
  const pairs = await readRevertedCommits(client, {});
  const repositoriesOf = groupBy(
    pairs.flatMap(({ repository, reverting, reverted }) => [
      { repository, sha: reverting },
      { repository, sha: reverted },
    ]),
    ({ sha }) => sha,
  );
  const shipments = await inChunks([...repositoriesOf.keys()], (shas) => {
    const ofShas = shas.flatMap((sha) => repositoriesOf.get(sha) ?? []);
    const repositories = [...new Set(ofShas.map(({ repository }) => repository))];
    return readShipmentsOf(client, { ...scope, repositories, shas });
  });
  const shipmentsOf = groupBy(shipments, ({ repository, sha }) => `${repository} ${sha}`);
  const found = new Map<string, RevertingDeployment>();
  for (const { repository, reverting, reverted } of pairs) {
    for (const later of shipmentsOf.get(`${repository} ${reverting}`) ?? []) {
      if (later.finishedAt < from) continue;
      const earlier = shipmentsOf
        .get(`${repository} ${reverted}`)
        ?.find((one) => placeKey(one) === placeKey(later));
      if (earlier === undefined || compareShipments(earlier, later) >= 0) continue;
      const { service, environment } = later;
      const ids = { revertedId: earlier.deploymentId, revertingId: later.deploymentId };
      found.set(JSON.stringify([service, environment, ids]), { service, environment, ...ids });
    }
  }
  return [...found.values()];
}

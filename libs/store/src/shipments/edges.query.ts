import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { instant } from '../queries/columns.js';

const edge = z.object({
  sha: z.string(),
  parents: z.array(z.string()),
  committedAt: instant,
});

/** A commit and its parents. */
export type Edge = z.infer<typeof edge>;

/** The parents of commits; a commit that is not known has no row. */
export const readEdges = defineQuery({
  name: 'edges',
  sql: `
    SELECT sha, parents, toUnixTimestamp64Milli(committed_at) AS committedAt
    FROM commits FINAL
    WHERE repository = {repository:String} AND sha IN {shas:Array(String)}`,
  params: z.object({ repository: z.string(), shas: z.array(z.string()) }),
  row: edge,
});

/** The parents of commits and the version of the fact that states them. */
export const readCommitVersions = defineQuery({
  name: 'commit-versions',
  sql: `
    SELECT sha, parents, toString(fact_version) AS factVersion
    FROM commits FINAL
    WHERE repository = {repository:String} AND sha IN {shas:Array(String)}`,
  params: z.object({ repository: z.string(), shas: z.array(z.string()) }),
  row: z
    .object({ sha: z.string(), parents: z.array(z.string()), factVersion: z.string() })
    .transform(({ factVersion, ...commit }) => ({ ...commit, version: BigInt(factVersion) })),
});

/**
 * The newest commits up to a moment: a walk goes from a commit to its parents, and parents are
 * nearly always a little older, so what is read ahead is what it will ask for next.
 */
export const readEdgesBefore = defineQuery({
  name: 'edges-before',
  sql: `
    SELECT sha, parents, toUnixTimestamp64Milli(committed_at) AS committedAt
    FROM commits FINAL
    WHERE repository = {repository:String}
      AND committed_at <= fromUnixTimestamp64Milli({committedAt:Int64}, 'UTC')
    ORDER BY committed_at DESC
    LIMIT {limit:UInt32}`,
  params: z.object({
    repository: z.string(),
    committedAt: z.int(),
    limit: z.int().positive(),
  }),
  row: edge,
});

/** In which repositories commits are known. */
export const readRepositoriesOf = defineQuery({
  name: 'repositories-of-commits',
  sql: `
    SELECT DISTINCT repository, sha
    FROM commits FINAL
    WHERE sha IN {shas:Array(String)}`,
  params: z.object({ shas: z.array(z.string()) }),
  row: z.object({ repository: z.string(), sha: z.string() }),
});

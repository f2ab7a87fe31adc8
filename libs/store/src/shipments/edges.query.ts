import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count, instant } from '../queries/columns.js';

const COLUMNS = `
  sha,
  parents,
  toUnixTimestamp64Milli(committed_at) AS committedAt,
  toString(fact_version) AS factVersion,
  retracted`;

const edge = z
  .object({
    sha: z.string(),
    parents: z.array(z.string()),
    committedAt: instant,
    factVersion: z.string(),
    retracted: z.coerce.boolean(),
  })
  .transform(({ sha, parents, committedAt, factVersion, retracted }) => ({
    sha,
    parents: retracted ? undefined : parents,
    committedAt,
    version: BigInt(factVersion),
  }));

/**
 * The parents of commits; a commit that is not known has no row. One that was withdrawn has no
 * parents, but its version: what was said of it before that must not come back when it arrives late.
 */
export const readEdges = defineQuery({
  name: 'edges',
  // Not FINAL, which leaves out what was withdrawn.
  sql: `
    SELECT ${COLUMNS}
    FROM commits
    WHERE repository = {repository:String} AND sha IN {shas:Array(String)}
    ORDER BY fact_version DESC
    LIMIT 1 BY sha`,
  params: z.object({ repository: z.string(), shas: z.array(z.string()) }),
  row: edge,
});

/**
 * The newest commits up to a moment: a walk goes from a commit to its parents, and parents are
 * nearly always a little older, so what is read ahead is what it will ask for next.
 */
export const readEdgesBefore = defineQuery({
  name: 'edges-before',
  sql: `
    SELECT ${COLUMNS}
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

/** How many commits of a repository were ever stated, withdrawn ones included. */
export const countCommits = defineQuery({
  name: 'count-commits',
  sql: `
    SELECT uniqExact(sha) AS commits
    FROM commits
    WHERE repository = {repository:String}`,
  params: z.object({ repository: z.string() }),
  row: z.object({ commits: count }),
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

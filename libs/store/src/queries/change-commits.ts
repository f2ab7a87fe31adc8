/**
 * The commit that stands for a change: the one that brought it to the target branch, else the last
 * one reviewed. On the columns of `changes`.
 */
export const STANDING_SHA = `
  multiIf(merge_sha != '', merge_sha, head_sha != '', head_sha, commits[-1])`;

/** Every commit that a change names. On the columns of `changes`. */
export const COMMITS_OF_CHANGE = `
  arrayFilter(sha -> sha != '', arrayDistinct(arrayConcat(commits, [head_sha, merge_sha])))`;

/** Changes of which the target branch got one commit that is none of theirs: theirs were rewritten. */
const REWRITTEN = `
  SELECT change.repository AS repository, arrayJoin(change.commits) AS sha
  FROM (SELECT repository, sha FROM commits FINAL WHERE length(parents) < 2) AS merge
  INNER JOIN (
    SELECT repository, merge_sha, commits
    FROM changes FINAL
    WHERE isNotNull(merged_at) AND merge_sha != '' AND has(commits, merge_sha) = 0
  ) AS change ON change.repository = merge.repository AND change.merge_sha = merge.sha`;

const IS_GIVEN_UP = `isNull(merged_at) AND isNotNull(closed_at)`;

/** Commits that are part of no change but such as were given up. */
const GIVEN_UP = `
  SELECT repository, sha
  FROM (
    SELECT repository, arrayJoin(commits) AS sha, ${IS_GIVEN_UP} AS is_given_up FROM changes FINAL
  )
  WHERE (repository, sha) IN (
    SELECT repository, arrayJoin(commits) FROM changes FINAL WHERE ${IS_GIVEN_UP}
  )
  GROUP BY repository, sha
  HAVING min(is_given_up)`;

/**
 * Commits that will never be shipped: squashed or rebased when their change was merged (the merge
 * commit has one parent and is not one of them), or given up with it.
 */
export const SUPERSEDED = `
  SELECT repository, sha FROM (${REWRITTEN})
  UNION ALL
  SELECT repository, sha FROM (${GIVEN_UP})`;

/** The commits of merged changes, by their sha. */
const OF_CHANGES = `
  SELECT repository, arrayJoin(${COMMITS_OF_CHANGE}) AS sha
  FROM changes FINAL
  WHERE isNotNull(merged_at)`;

/** Who wrote them and when: what a rebase keeps of them. */
const AUTHORED_FOR_CHANGES = `
  SELECT repository, author, toUnixTimestamp64Milli(authored_at)
  FROM commits FINAL
  WHERE (repository, sha) IN (${OF_CHANGES})`;

/**
 * Whether a commit that is known is part of no merged change: nor is it one of its own, whose author
 * and time it would have.
 */
export const IS_DIRECT = `(repository, author, authored) NOT IN (${AUTHORED_FOR_CHANGES})`;

/** When the first commit of each change was authored, and the files they touch ([]: not told). */
export const touchedBy = (changes: string) => `
  SELECT
    part.repository AS repository,
    part.number AS number,
    minIf(commit.authored_at, part.is_reviewed) AS first_authored_at,
    countIf(part.is_reviewed) > 0 AS is_begun,
    if(countIf(empty(commit.paths)) > 0, [], groupUniqArrayArray(commit.paths)) AS paths
  FROM (
    SELECT
      repository,
      number,
      arrayJoin(${COMMITS_OF_CHANGE}) AS sha,
      has(commits, sha) OR sha = head_sha AS is_reviewed
    FROM ${changes}
  ) AS part
  INNER JOIN (
    SELECT repository, sha, authored_at, paths FROM commits FINAL
  ) AS commit ON commit.repository = part.repository AND commit.sha = part.sha
  GROUP BY part.repository, part.number`;

/**
 * The commit that stands for a change: the one that brought it to the target branch, else the last
 * one reviewed. On the columns of `changes`.
 */
export const STANDING_SHA = `
  multiIf(merge_sha != '', merge_sha, head_sha != '', head_sha, commits[-1])`;

/** Every commit that a change names. On the columns of `changes`. */
export const COMMITS_OF_CHANGE = `
  arrayFilter(sha -> sha != '', arrayDistinct(arrayConcat(commits, [head_sha, merge_sha])))`;

/**
 * Commits that will never be shipped: squashed or rebased when their change was merged (the merge
 * commit has one parent and is not one of them), or given up with it.
 */
export const SUPERSEDED = `
  SELECT repository, sha
  FROM (
    SELECT
      change.repository AS repository,
      arrayJoin(change.commits) AS sha,
      isNotNull(change.merged_at) AS is_merged,
      isNotNull(change.merged_at)
        AND change.merge_sha != ''
        AND has(change.commits, change.merge_sha) = 0
        AND merge.parent_count < 2
        AND merge.is_known AS is_rewritten,
      isNull(change.merged_at) AND isNotNull(change.closed_at) AS is_given_up
    FROM (SELECT * FROM changes FINAL) AS change
    LEFT JOIN (
      SELECT repository, sha, length(parents) AS parent_count, true AS is_known
      FROM commits FINAL
      WHERE (repository, sha) IN (SELECT repository, merge_sha FROM changes FINAL)
    ) AS merge ON merge.repository = change.repository AND merge.sha = change.merge_sha
  )
  GROUP BY repository, sha
  HAVING max(is_rewritten) OR (min(is_given_up) AND max(is_given_up))`;

/** The commits of merged changes, by their sha. */
const OF_CHANGES = `
  SELECT repository, arrayJoin(${COMMITS_OF_CHANGE}) AS sha
  FROM changes FINAL
  WHERE isNotNull(merged_at)`;

/** And what a rebase made of them: it keeps the author and the author's time. */
const AUTHORED_FOR_CHANGES = `
  SELECT repository, author, toUnixTimestamp64Milli(authored_at)
  FROM commits FINAL
  WHERE (repository, sha) IN (${OF_CHANGES})`;

/** Whether a commit is part of no merged change. */
export const IS_DIRECT = `
  (repository, sha) NOT IN (${OF_CHANGES})
  AND (repository, author, authored) NOT IN (${AUTHORED_FOR_CHANGES})`;

-- The steps of the review of changes. They are facts of their own: who tells of a review does not tell
-- the rest of the change, and would otherwise replace it.
CREATE TABLE IF NOT EXISTS reviews
(
    repository LowCardinality(String),
    number UInt64,
    id String,
    state LowCardinality(String) COMMENT 'ready, commented, approved, changes_requested or dismissed',
    at DateTime64(3, 'UTC'),
    reviewer String COMMENT 'A keyed hash, or empty',
    url String,
    source LowCardinality(String),
    labels Array(LowCardinality(String)),
    fact_version UInt128,
    retracted UInt8
)
ENGINE = ReplacingMergeTree(fact_version, retracted)
ORDER BY (repository, number, id);

-- How many commits a push named before this one and did not carry.
ALTER TABLE commits
    ADD COLUMN IF NOT EXISTS missing_before UInt32 AFTER parents;

-- The moments that nobody stated with the change itself are those of its reviews. For LIMIT 1 BY see
-- 0007-public-views.sql.
CREATE OR REPLACE VIEW public_changes
(
    repository String,
    number UInt64,
    title String,
    branch String,
    url String,
    opened_at DateTime64(3, 'UTC'),
    first_review_at Nullable(DateTime64(3, 'UTC')),
    approved_at Nullable(DateTime64(3, 'UTC')),
    merged_at Nullable(DateTime64(3, 'UTC')),
    closed_at Nullable(DateTime64(3, 'UTC')),
    pickup_seconds Nullable(Float64) COMMENT 'From opened_at to first_review_at; NULL where it is not known or negative',
    review_seconds Nullable(Float64) COMMENT 'From first_review_at to merged_at; NULL where it is not known or negative'
)
SQL SECURITY DEFINER
AS
WITH
reviewed AS (
    SELECT
        change.repository AS repository, change.number AS number, title, branch, change.url AS url,
        opened_at, merged_at, closed_at,
        arrayFilter(look -> look.3 = '' OR look.3 != change.author, steps.looks) AS by_others,
        arrayFilter(
            look -> look.2 = 'approved' AND ifNull(look.1 <= change.merged_at, true), by_others
        ) AS approvals,
        coalesce(
            change.first_review_at, if(empty(by_others), NULL, arrayMin(by_others.1))
        ) AS first_review_at,
        coalesce(change.approved_at, if(empty(approvals), NULL, arrayMax(approvals.1))) AS approved_at
    FROM (SELECT * FROM changes FINAL) AS change
    LEFT JOIN (
        SELECT repository, number, groupArray((at, state, reviewer)) AS looks
        FROM reviews FINAL
        WHERE state != 'ready'
        GROUP BY repository, number
    ) AS steps ON steps.repository = change.repository AND steps.number = change.number
    LIMIT 1 BY repository, number
)
SELECT
    toString(repository) AS repository, number, title, branch, url,
    opened_at, first_review_at, approved_at, merged_at, closed_at,
    if(
        first_review_at >= opened_at,
        (toUnixTimestamp64Milli(first_review_at) - toUnixTimestamp64Milli(opened_at)) / 1000,
        NULL
    ) AS pickup_seconds,
    if(
        merged_at >= first_review_at,
        (toUnixTimestamp64Milli(merged_at) - toUnixTimestamp64Milli(first_review_at)) / 1000,
        NULL
    ) AS review_seconds
FROM reviewed
COMMENT 'Pull and merge requests as they were last told';

-- First shipment: for a service in an environment, the earliest successful deployment whose history
-- holds a commit. Rows are only ever lowered (min is commutative, associative and idempotent), so
-- every order of events ends in the same rows.

-- A deployment that is withdrawn or judged anew may raise values, which min cannot. The values of
-- that service in that environment are then worked out afresh under a new generation, and this
-- table says which one counts.
CREATE TABLE IF NOT EXISTS shipment_generations
(
    service LowCardinality(String),
    environment LowCardinality(String),
    generation UInt64
)
ENGINE = ReplacingMergeTree(generation)
ORDER BY (service, environment);

CREATE TABLE IF NOT EXISTS shipments
(
    repository LowCardinality(String) COMMENT 'Empty: the deployment did not say and the commit is not known yet',
    sha String,
    service LowCardinality(String),
    environment LowCardinality(String),
    generation UInt64,
    first SimpleAggregateFunction(min, Tuple(finished_at DateTime64(3, 'UTC'), deployment_id String))
)
ENGINE = AggregatingMergeTree
ORDER BY (repository, sha, service, environment, generation);

-- What each deployment gave to a generation, written before its walk. A contribution that is no
-- longer the deployment's fact is how a generation is found to be out of date, after a crash too.
CREATE TABLE IF NOT EXISTS shipment_contributions
(
    service LowCardinality(String),
    environment LowCardinality(String),
    generation UInt64,
    deployment_id String,
    repository LowCardinality(String),
    sha String,
    finished_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY (service, environment, generation, deployment_id, repository, sha, finished_at);

-- Repositories of which a commit lost a parent: everything shipped from them is worked out afresh.
-- Written before the commit's new fact and cleared after, so that a crash between forgets nothing.
CREATE TABLE IF NOT EXISTS outdated_repositories
(
    repository String,
    revision UInt64,
    outdated Bool
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY (repository);

-- How far the metrics service has come in each partition of the log: what freshness is read from.
CREATE TABLE IF NOT EXISTS ingestion_progress
(
    topic LowCardinality(String),
    partition UInt32,
    last_offset UInt64,
    last_event_at DateTime64(3, 'UTC') COMMENT 'When the newest event stored was received',
    stored_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(last_offset)
ORDER BY (topic, partition);

CREATE VIEW IF NOT EXISTS first_shipments AS
SELECT
    repository,
    sha,
    service,
    environment,
    min(first) AS earliest,
    earliest.1 AS shipped_at,
    earliest.2 AS deployment_id
FROM shipments
WHERE (service, environment, generation) IN (
    SELECT service, environment, max(generation)
    FROM shipment_generations
    GROUP BY service, environment
)
GROUP BY repository, sha, service, environment, generation;

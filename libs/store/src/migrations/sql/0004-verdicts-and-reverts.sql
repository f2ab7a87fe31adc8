-- A person's word on a deployment, as it stands. Versioned by the event, as every fact.
CREATE TABLE IF NOT EXISTS verdicts
(
    service LowCardinality(String),
    environment LowCardinality(String),
    deployment_id String,
    failed Bool,
    reason String,
    given_by String COMMENT 'As whoever gave it wished to be named',
    given_at DateTime64(3, 'UTC'),
    source LowCardinality(String),
    labels Array(LowCardinality(String)),
    fact_version UInt128,
    retracted UInt8
)
ENGINE = ReplacingMergeTree(fact_version, retracted)
ORDER BY (service, environment, deployment_id);

-- Every verdict that was ever given or taken back. The version is part of the key, so that a later
-- one stands beside the one before it, and the same one sent twice stands here once.
CREATE TABLE IF NOT EXISTS verdict_history
(
    service LowCardinality(String),
    environment LowCardinality(String),
    deployment_id String,
    fact_version UInt128,
    taken_back Bool,
    failed Nullable(Bool) COMMENT 'NULL where it was taken back',
    reason String,
    given_by String,
    given_at DateTime64(3, 'UTC'),
    source LowCardinality(String),
    labels Array(LowCardinality(String))
)
ENGINE = ReplacingMergeTree
ORDER BY (service, environment, deployment_id, fact_version);

-- What a commit takes back, by its own message.
ALTER TABLE commits
    ADD COLUMN IF NOT EXISTS reverts Array(String) AFTER paths;

-- What a deployment brought beside its repository and sha: several repositories may go out as one.
ALTER TABLE deployments
    ADD COLUMN IF NOT EXISTS commits Array(Tuple(repository String, sha String)) AFTER sha;

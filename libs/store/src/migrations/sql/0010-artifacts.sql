-- What builds made, and of which commit: deployers know which artifact they deployed, not the commit.
CREATE TABLE IF NOT EXISTS artifacts
(
    artifact String,
    names Array(String) COMMENT 'What it is found by: its digest, its tags, a package URL',
    repository LowCardinality(String),
    sha String,
    built_at DateTime64(3, 'UTC') COMMENT '1970 where nobody said: before all that did',
    url String,
    source LowCardinality(String),
    labels Array(LowCardinality(String)),
    fact_version UInt128,
    retracted UInt8
)
ENGINE = ReplacingMergeTree(fact_version, retracted)
ORDER BY (artifact);

-- By which names artifacts were ever known. Rows are only added, and before the fact: whoever was
-- deployed by a name that is taken back is found by it still, after a crash too. What a name means
-- now stands in `artifacts`.
CREATE TABLE IF NOT EXISTS artifact_names
(
    name String,
    artifact String,
    INDEX names_of_artifact artifact TYPE bloom_filter(0.001) GRANULARITY 4
)
ENGINE = ReplacingMergeTree
ORDER BY (name, artifact);

ALTER TABLE deployments
    ADD COLUMN IF NOT EXISTS artifacts Array(Tuple(artifact String, names Array(String))) AFTER artifact;

-- An artifact that arrives after its deployments looks for them by its names.
ALTER TABLE deployments
    ADD INDEX IF NOT EXISTS names_of_artifacts arrayFlatten(artifacts.names) TYPE bloom_filter(0.001) GRANULARITY 4;

-- What a deployment brought is what it gave to the generation that counts, its artifacts' commits
-- among it.
CREATE OR REPLACE VIEW first_of_repository AS
SELECT
    service,
    environment,
    CAST(repository, 'String') AS repository,
    min((finished_at, deployment_id)) AS first
FROM shipment_contributions
WHERE (service, environment, generation) IN (
    SELECT service, environment, max(generation)
    FROM shipment_generations
    GROUP BY service, environment
)
GROUP BY service, environment, repository;

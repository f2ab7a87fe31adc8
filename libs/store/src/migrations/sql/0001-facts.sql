-- Facts: what is true of each commit, change, deployment and incident, as last said.
--
-- A row is keyed by the thing's identity and versioned by the event that stated it (versionOf in
-- @throughline/events), so the table is the same after any order, repetition or batching of the
-- same events. Only what never changes stands in ORDER BY: a corrected time or status must replace
-- its row, not make a second one. Read with FINAL; a withdrawn thing then has no row.

CREATE TABLE IF NOT EXISTS commits
(
    repository LowCardinality(String),
    sha String,
    parents Array(String),
    authored_at DateTime64(3, 'UTC'),
    committed_at DateTime64(3, 'UTC'),
    author String COMMENT 'A keyed hash, or empty',
    branch LowCardinality(String),
    paths Array(String) COMMENT 'Files touched; empty when the source did not tell',
    source LowCardinality(String),
    labels Array(LowCardinality(String)),
    fact_version UInt128,
    retracted UInt8,
    -- A deployment that does not name its repository finds its commit by the sha alone.
    INDEX sha_in_any_repository sha TYPE bloom_filter(0.001) GRANULARITY 4
)
ENGINE = ReplacingMergeTree(fact_version, retracted)
ORDER BY (repository, sha);

CREATE TABLE IF NOT EXISTS changes
(
    repository LowCardinality(String),
    number UInt64,
    opened_at DateTime64(3, 'UTC'),
    ready_at Nullable(DateTime64(3, 'UTC')),
    first_review_at Nullable(DateTime64(3, 'UTC')),
    approved_at Nullable(DateTime64(3, 'UTC')),
    merged_at Nullable(DateTime64(3, 'UTC')),
    closed_at Nullable(DateTime64(3, 'UTC')),
    author String COMMENT 'A keyed hash, or empty',
    commits Array(String),
    head_sha String,
    merge_sha String,
    branch String,
    title String,
    url String,
    source LowCardinality(String),
    labels Array(LowCardinality(String)),
    fact_version UInt128,
    retracted UInt8
)
ENGINE = ReplacingMergeTree(fact_version, retracted)
ORDER BY (repository, number);

CREATE TABLE IF NOT EXISTS deployments
(
    service LowCardinality(String),
    environment LowCardinality(String),
    id String,
    repository LowCardinality(String),
    sha String,
    version String,
    artifact String,
    status LowCardinality(String),
    kind LowCardinality(String),
    unplanned Nullable(Bool) COMMENT 'NULL: nobody said',
    fixes Array(String),
    change_failure Nullable(Bool) COMMENT 'A verdict; NULL: nobody gave one',
    started_at Nullable(DateTime64(3, 'UTC')),
    finished_at Nullable(DateTime64(3, 'UTC')),
    url String,
    actor String COMMENT 'A keyed hash, or empty',
    source LowCardinality(String),
    labels Array(LowCardinality(String)),
    fact_version UInt128,
    retracted UInt8
)
ENGINE = ReplacingMergeTree(fact_version, retracted)
ORDER BY (service, environment, id);

CREATE TABLE IF NOT EXISTS incidents
(
    source LowCardinality(String),
    id String,
    services Array(String),
    environment LowCardinality(String),
    severity LowCardinality(String),
    opened_at DateTime64(3, 'UTC'),
    acknowledged_at Nullable(DateTime64(3, 'UTC')),
    resolved_at Nullable(DateTime64(3, 'UTC')),
    cause_deployment_id String,
    cause_sha String,
    cause_version String,
    title String,
    url String,
    labels Array(LowCardinality(String)),
    fact_version UInt128,
    retracted UInt8
)
ENGINE = ReplacingMergeTree(fact_version, retracted)
ORDER BY (source, id);

-- Every version of a catalogue entry is kept, by when it was true: a service that moves to another
-- team keeps its past where it was.
CREATE TABLE IF NOT EXISTS service_versions
(
    name LowCardinality(String),
    since DateTime64(3, 'UTC'),
    team LowCardinality(String),
    owner LowCardinality(String),
    repository LowCardinality(String),
    paths Array(String),
    tier Nullable(UInt8),
    runbook_url String,
    slo_url String,
    dashboard_url String,
    onboarded_at Nullable(DateTime64(3, 'UTC')),
    source LowCardinality(String),
    labels Array(LowCardinality(String)),
    withdrawn Bool COMMENT 'From here on there is no such service',
    fact_version UInt128
)
ENGINE = ReplacingMergeTree(fact_version)
ORDER BY (name, since);

CREATE TABLE IF NOT EXISTS activities
(
    source LowCardinality(String),
    id String,
    actor String COMMENT 'A keyed hash',
    action LowCardinality(String),
    subject String,
    service LowCardinality(String),
    outcome LowCardinality(String),
    at DateTime64(3, 'UTC'),
    duration_seconds Nullable(Float64),
    labels Array(LowCardinality(String)),
    fact_version UInt128,
    retracted UInt8
)
ENGINE = ReplacingMergeTree(fact_version, retracted)
ORDER BY (source, id);

CREATE TABLE IF NOT EXISTS feedback
(
    source LowCardinality(String),
    id String,
    question LowCardinality(String),
    score Nullable(Float64),
    text String,
    team LowCardinality(String),
    at DateTime64(3, 'UTC'),
    labels Array(LowCardinality(String)),
    fact_version UInt128,
    retracted UInt8
)
ENGINE = ReplacingMergeTree(fact_version, retracted)
ORDER BY (source, id);

-- What was sent and could not be used as it is.
CREATE TABLE IF NOT EXISTS quarantine
(
    id String,
    received_at DateTime64(3, 'UTC'),
    source LowCardinality(String),
    reason_code LowCardinality(String),
    reason_message String,
    faults String COMMENT 'JSON: [{index, path, code, message}]',
    payload String,
    encoding LowCardinality(String),
    origin String COMMENT 'topic/partition/offset, or empty'
)
ENGINE = ReplacingMergeTree
ORDER BY (id);

-- What alerters decided. An alert is kept whole as its document; columns beside it are what it is
-- found by. One alerter at a time decides about one alert, and each decision is a greater revision.
CREATE TABLE IF NOT EXISTS alerts
(
    id String,
    rule LowCardinality(String),
    kind LowCardinality(String),
    decider_key String COMMENT 'What decides which alerter decides about it',
    service LowCardinality(String),
    environment LowCardinality(String),
    team LowCardinality(String),
    severity LowCardinality(String),
    state LowCardinality(String),
    started_at DateTime64(3, 'UTC') COMMENT 'When the rule began to hold, by the times of the events',
    opened_at DateTime64(3, 'UTC') COMMENT 'When it was decided',
    last_event_at DateTime64(3, 'UTC'),
    resolved_at Nullable(DateTime64(3, 'UTC')),
    document String CODEC(ZSTD),
    unsaid_actions Array(LowCardinality(String))
        COMMENT 'What was decided and is not in the log yet: written before the log, emptied after',
    version UInt64 COMMENT 'Twice the revision, and one more once all of it is in the log'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id;

-- Which alerts are parts of one about their common cause. Written by whoever tells, not decides.
CREATE TABLE IF NOT EXISTS alert_parents
(
    alert_id String,
    parent_id String,
    joined_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(joined_at)
ORDER BY alert_id;

-- Who took an alert on. Everything that was said stays; the first counts until it is resolved.
CREATE TABLE IF NOT EXISTS alert_acknowledgements
(
    alert_id String,
    acknowledged_at DateTime64(3, 'UTC'),
    acknowledged_by String COMMENT 'As whoever did wished to be named',
    note String,
    new_normal Bool COMMENT 'What is usual is to be learnt anew from here on'
)
ENGINE = ReplacingMergeTree
ORDER BY (alert_id, acknowledged_at, acknowledged_by);

-- What is to be told of an alert, and why nobody was where nobody was.
CREATE TABLE IF NOT EXISTS alert_notifications
(
    id String COMMENT 'What receivers tell repetitions by',
    alert_id String,
    action LowCardinality(String),
    environment LowCardinality(String),
    decided_at DateTime64(3, 'UTC'),
    state LowCardinality(String) COMMENT 'sent_out, deferred or unsaid',
    reason LowCardinality(String) COMMENT 'Why it is deferred or unsaid',
    due_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When a deferred one is looked at again',
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (alert_id, id);

-- One row for each receiver of a notification: how far the delivery has come.
CREATE TABLE IF NOT EXISTS alert_deliveries
(
    id String,
    notification_id String,
    alert_id String,
    action LowCardinality(String),
    environment LowCardinality(String),
    receiver String COMMENT 'The name of the receiver in the configuration, or what an inline one is known by',
    state LowCardinality(String) COMMENT 'pending, delivered, failed, disabled or dropped',
    attempts UInt16,
    created_at DateTime64(3, 'UTC'),
    next_attempt_at Nullable(DateTime64(3, 'UTC')),
    settled_at Nullable(DateTime64(3, 'UTC')),
    last_error String,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (alert_id, notification_id, id);

-- Receivers that answered 410 Gone: they get nothing until their address changes or somebody sends again.
CREATE TABLE IF NOT EXISTS alert_receivers
(
    receiver String,
    disabled Bool,
    changed_at DateTime64(3, 'UTC'),
    reason String
)
ENGINE = ReplacingMergeTree(changed_at)
ORDER BY receiver;

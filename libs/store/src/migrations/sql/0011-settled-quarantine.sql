-- What was sent and could not be used as it is. The same from the same source is one entry, however
-- often it comes; the latest time counts, in whatever order they arrive.
CREATE TABLE IF NOT EXISTS quarantine_entries
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
ENGINE = ReplacingMergeTree(received_at)
ORDER BY (id);

-- The table before it kept whichever was written last. It is emptied rather than dropped: only so
-- does the copy stay harmless when it runs again.
INSERT INTO quarantine_entries
SELECT id, received_at, source, reason_code, reason_message, faults, payload, encoding, origin
FROM quarantine;

TRUNCATE TABLE quarantine;

-- What somebody did about an entry. It settles what was received until then: what comes again later
-- is open again.
CREATE TABLE IF NOT EXISTS quarantine_settlements
(
    id String,
    settled_at DateTime64(3, 'UTC'),
    how LowCardinality(String) COMMENT 'sent_again or discarded',
    settled_by String COMMENT 'As they wish to be named, or empty',
    reason String
)
ENGINE = ReplacingMergeTree(settled_at)
ORDER BY (id);

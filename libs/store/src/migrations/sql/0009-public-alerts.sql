-- Alerts for Grafana and whatever else speaks SQL: docs/sql-views.md. What holds for the views of
-- 0007-public-views.sql holds for it.
CREATE OR REPLACE VIEW public_alerts
(
    id String COMMENT 'Its page is at /alerts/{id}',
    rule String COMMENT 'The name of the rule in throughline.yaml',
    kind String COMMENT 'change-failure-spike, threshold, drift, open-failure, source-silent, burn-rate or common-cause',
    severity String COMMENT 'page or notify',
    service String COMMENT 'Empty: it is not about one service',
    environment String COMMENT 'Empty: it is not about one environment',
    is_production Bool COMMENT 'The configuration calls the environment production, or there is none',
    source String COMMENT 'The source that has gone silent; empty: it is about something else',
    team String COMMENT 'Whose the service was when the alert was opened',
    title String,
    started_at DateTime64(3, 'UTC') COMMENT 'When it began to hold, by the times of the events',
    opened_at DateTime64(3, 'UTC') COMMENT 'When it was decided',
    resolved_at Nullable(DateTime64(3, 'UTC')) COMMENT 'NULL while it fires',
    resolution String COMMENT 'recovered, quiet, corrected, new_normal or rule_removed; empty while it fires',
    firing_seconds Nullable(Float64) COMMENT 'From started_at to resolved_at; NULL while it fires',
    acknowledged_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When somebody took it on; NULL: nobody did',
    acknowledged_by String COMMENT 'As whoever did wished to be named',
    parent_id String COMMENT 'The alert about the common cause that it is a part of; empty: none'
)
SQL SECURITY DEFINER
AS
SELECT
    id, rule, kind, severity, service, environment,
    CAST(environment = '' OR environment IN (SELECT environment FROM production_environments), 'Bool') AS is_production,
    source, team, title, started_at, opened_at, resolved_at, resolution,
    (toUnixTimestamp64Milli(resolved_at) - toUnixTimestamp64Milli(started_at)) / 1000 AS firing_seconds,
    acknowledged_at, acknowledged_by, parent_id
FROM
(
    SELECT
        alert.id AS id,
        toString(alert.rule) AS rule,
        toString(alert.kind) AS kind,
        toString(alert.severity) AS severity,
        toString(alert.service) AS service,
        toString(alert.environment) AS environment,
        JSONExtractString(alert.document, 'subject', 'source') AS source,
        toString(alert.team) AS team,
        JSONExtractString(alert.document, 'title') AS title,
        alert.started_at AS started_at,
        alert.opened_at AS opened_at,
        alert.resolved_at AS resolved_at,
        JSONExtractString(alert.document, 'resolution') AS resolution,
        taken.first_at AS acknowledged_at,
        taken.first_by AS acknowledged_by,
        parent.parent_id AS parent_id
    FROM (SELECT * FROM alerts FINAL) AS alert
    LEFT JOIN
    (
        SELECT
            alert_id,
            toNullable(min(acknowledged_at)) AS first_at,
            argMin(acknowledged_by, (acknowledged_at, acknowledged_by)) AS first_by
        FROM alert_acknowledgements FINAL
        GROUP BY alert_id
    ) AS taken ON taken.alert_id = alert.id
    LEFT JOIN (SELECT alert_id, parent_id FROM alert_parents FINAL) AS parent
        ON parent.alert_id = alert.id
    LIMIT 1 BY id
)
COMMENT 'Every alert that was raised';

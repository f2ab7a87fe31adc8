-- The views for Grafana, notebooks and whatever else speaks SQL: docs/sql-views.md. They are public:
-- columns may be added, but none of these is renamed, removed or given another meaning without a new
-- version. They read with the rights of who created them, so that a user who may read them needs to
-- be let at nothing else.
--
-- LIMIT 1 BY a key that is unique takes no row away. It keeps ClickHouse from ordering the joins in a
-- view together with those of whoever joins it: ClickHouse 26.7 fails at that, or applies an
-- expression twice (ClickHouse/ClickHouse#110227 and #116036).

CREATE OR REPLACE VIEW public_services
(
    service String,
    team String COMMENT 'Whose it is now; empty: nobody''s',
    owner String,
    repository String,
    tier Nullable(UInt8) COMMENT 'How much depends on it; 1 matters most',
    runbook_url String,
    slo_url String,
    dashboard_url String,
    onboarded_at Nullable(DateTime64(3, 'UTC')),
    in_catalogue Bool COMMENT 'False: only its deployments tell of it'
)
SQL SECURITY DEFINER
AS
SELECT
    name AS service, team, owner, repository, tier, runbook_url, slo_url, dashboard_url, onboarded_at,
    true AS in_catalogue
FROM catalogue
UNION ALL
SELECT DISTINCT toString(service), '', '', '', NULL, '', '', '', NULL, false
FROM deployments FINAL
WHERE service NOT IN (SELECT name FROM catalogue)
COMMENT 'Every service that the catalogue or a deployment tells of';

CREATE OR REPLACE VIEW public_places
(
    service String,
    environment String,
    is_production Bool COMMENT 'The configuration calls the environment production',
    deployments UInt64 COMMENT 'Of any status',
    last_finished_at Nullable(DateTime64(3, 'UTC'))
)
SQL SECURITY DEFINER
AS
SELECT
    toString(service) AS service,
    toString(environment) AS environment,
    CAST(environment IN (SELECT environment FROM production_environments), 'Bool') AS is_production,
    count() AS deployments,
    max(finished_at) AS last_finished_at
FROM deployments FINAL
GROUP BY deployments.service, deployments.environment
COMMENT 'Where each service was ever deployed to';

CREATE OR REPLACE VIEW public_deployments
(
    service String,
    environment String,
    is_production Bool COMMENT 'The configuration calls the environment production',
    team String COMMENT 'Whose the service was when the deployment finished',
    repository String COMMENT 'Of the service where the deployment did not say',
    id String,
    sha String,
    version String,
    status String COMMENT 'succeeded, failed, rolled_back or cancelled',
    kind String COMMENT 'deploy, rollback or hotfix',
    unplanned Nullable(Bool) COMMENT 'NULL: nobody said',
    started_at Nullable(DateTime64(3, 'UTC')),
    finished_at DateTime64(3, 'UTC'),
    url String,
    counted Bool COMMENT 'Below the line of the change fail rate and the rework rate: not cancelled',
    failed Bool COMMENT 'Counted, and failed by the definition dora',
    failure_rules Array(String) COMMENT 'The rules that show it, surest first',
    recovered_at Nullable(DateTime64(3, 'UTC')) COMMENT 'NULL while a failure is open',
    recovery_seconds Nullable(Float64) COMMENT 'From finished_at to recovered_at',
    rework Bool COMMENT 'Counted, and unplanned, a rollback, a hotfix, or naming what it fixes'
)
SQL SECURITY DEFINER
AS
SELECT
    service,
    environment,
    CAST(environment IN (SELECT environment FROM production_environments), 'Bool') AS is_production,
    team,
    if(said_repository != '', said_repository, catalogue_repository) AS repository,
    id,
    sha,
    version,
    status,
    kind,
    unplanned,
    started_at,
    finished_at,
    url,
    CAST(status != 'cancelled', 'Bool') AS counted,
    CAST(counted AND notEmpty(rules), 'Bool') AS failed,
    if(failed, rules, []) AS failure_rules,
    if(
        failed AND arrayExists(end -> end >= finished_at, ends),
        arrayMin(arrayFilter(end -> end >= finished_at, ends)),
        NULL
    ) AS recovered_at,
    (toUnixTimestamp64Milli(recovered_at) - toUnixTimestamp64Milli(finished_at)) / 1000 AS recovery_seconds,
    CAST(
        counted AND (coalesce(unplanned, false) OR kind != 'deploy' OR notEmpty(fixes)),
        'Bool'
    ) AS rework
FROM
(
    SELECT
        toString(deployment.service) AS service,
        toString(deployment.environment) AS environment,
        tenure.teams[greatest(1, arrayLastIndex(start -> start <= deployment.finished_at, tenure.starts))] AS team,
        toString(deployment.repository) AS said_repository,
        service_entry.repository AS catalogue_repository,
        deployment.id AS id,
        deployment.sha AS sha,
        deployment.version AS version,
        toString(deployment.status) AS status,
        toString(deployment.kind) AS kind,
        deployment.unplanned AS unplanned,
        deployment.fixes AS fixes,
        deployment.started_at AS started_at,
        deployment.finished_at AS finished_at,
        deployment.url AS url,
        failure.rules AS rules,
        failure.ends AS ends
    FROM finished_deployments AS deployment
    LEFT JOIN failures AS failure
        ON failure.service = deployment.service
        AND failure.environment = deployment.environment
        AND failure.deployment_id = deployment.id
    LEFT JOIN service_tenures AS tenure ON tenure.service = deployment.service
    LEFT JOIN (SELECT name, toString(repository) AS repository FROM catalogue) AS service_entry
        ON service_entry.name = deployment.service
    LIMIT 1 BY service, environment, id
)
COMMENT 'Every finished deployment, and what became of it by the definition dora';

CREATE OR REPLACE VIEW public_failure_links
(
    service String,
    environment String,
    deployment_id String COMMENT 'Together with service and environment: a row of public_deployments',
    rule String COMMENT 'A rule of docs/metrics.md',
    confidence Float64 COMMENT 'From 0 to 1: how sure the rule is',
    incident_source String COMMENT 'Empty: no incident shows it',
    incident_id String,
    remedy_id String COMMENT 'The deployment of the same place that fixed it or took it back; empty: none'
)
SQL SECURITY DEFINER
AS
SELECT
    toString(service) AS service, toString(environment) AS environment, deployment_id, rule, confidence,
    incident_source, incident_id, remedy_id
FROM failure_links
COMMENT 'Why a deployment failed: a row for everything that shows it';

-- Which deployments bring a history, rather than what is new since the one before: the first that
-- brought anything of a repository to a place, or may have, because it did not name the repository.
CREATE OR REPLACE VIEW first_of_repository AS
SELECT
    service,
    environment,
    arrayJoin(arrayFilter(
        one -> one.2 != '',
        arrayPushFront(commits, (CAST(deployment.repository, 'String'), sha))
    )).1 AS repository,
    min((assumeNotNull(deployment.finished_at), id)) AS first
FROM deployments AS deployment FINAL
WHERE status = 'succeeded' AND isNotNull(deployment.finished_at)
GROUP BY service, environment, repository;

CREATE OR REPLACE VIEW baselines AS
SELECT
    named.service AS service,
    named.environment AS environment,
    named.repository AS repository,
    if(unnamed.first.2 = '', named.first, least(named.first, unnamed.first)).2 AS deployment_id
FROM first_of_repository AS named
LEFT JOIN (SELECT * FROM first_of_repository WHERE repository = '') AS unnamed
    ON unnamed.service = named.service AND unnamed.environment = named.environment;

CREATE OR REPLACE VIEW public_lead_times
(
    service String,
    environment String,
    is_production Bool COMMENT 'The configuration calls the environment production',
    team String COMMENT 'Whose the service was when the commit was shipped',
    repository String,
    sha String,
    deployment_id String COMMENT 'The deployment that brought it',
    authored_at DateTime64(3, 'UTC'),
    committed_at DateTime64(3, 'UTC'),
    shipped_at DateTime64(3, 'UTC') COMMENT 'finished_at of that deployment',
    is_merge Bool COMMENT 'It has several parents, and so no change of its own',
    is_baseline Bool COMMENT 'It came with the first deployment ever seen: since when it was there is not known',
    lead_seconds Nullable(Float64) COMMENT 'From authored_at to shipped_at; NULL for merges and baselines'
)
SQL SECURITY DEFINER
AS
SELECT
    service,
    environment,
    CAST(environment IN (SELECT environment FROM production_environments), 'Bool') AS is_production,
    team,
    repository,
    sha,
    deployment_id,
    authored_at,
    committed_at,
    shipped_at,
    is_merge,
    CAST(
        (service, environment, repository, deployment_id) IN (
            SELECT service, environment, repository, deployment_id FROM baselines
        )
        OR (
            (service, environment, '', deployment_id) IN (
                SELECT service, environment, repository, deployment_id FROM baselines
            )
            AND (service, environment, repository) NOT IN (
                SELECT service, environment, repository FROM first_of_repository
            )
        ),
        'Bool'
    ) AS is_baseline,
    if(
        is_merge OR is_baseline,
        NULL,
        (toUnixTimestamp64Milli(shipped_at) - toUnixTimestamp64Milli(authored_at)) / 1000
    ) AS lead_seconds
FROM
(
    SELECT
        toString(shipped.service) AS service,
        toString(shipped.environment) AS environment,
        tenure.teams[greatest(1, arrayLastIndex(start -> start <= shipped.shipped_at, tenure.starts))] AS team,
        toString(shipped.repository) AS repository,
        shipped.sha AS sha,
        shipped.deployment_id AS deployment_id,
        commit.authored_at AS authored_at,
        commit.committed_at AS committed_at,
        shipped.shipped_at AS shipped_at,
        CAST(length(commit.parents) > 1, 'Bool') AS is_merge
    FROM (SELECT * FROM first_shipments WHERE repository != '') AS shipped
    INNER JOIN
    (
        SELECT repository, sha, authored_at, committed_at, parents, paths
        FROM commits FINAL
    ) AS commit ON commit.repository = shipped.repository AND commit.sha = shipped.sha
    LEFT JOIN service_tenures AS tenure ON tenure.service = shipped.service
    LEFT JOIN (SELECT name, path_pattern FROM catalogue) AS service_entry
        ON service_entry.name = shipped.service
    WHERE empty(commit.paths)
       OR service_entry.path_pattern = ''
       OR arrayExists(path -> match(path, service_entry.path_pattern), commit.paths)
    LIMIT 1 BY service, environment, repository, sha
)
COMMENT 'Every commit once for each service and environment that it was shipped to';

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
FROM changes FINAL
COMMENT 'Pull and merge requests as they were last told';

CREATE OR REPLACE VIEW public_incidents
(
    source String,
    id String,
    services Array(String) COMMENT 'Empty: it names none',
    teams Array(String) COMMENT 'Whose these services were when it opened',
    environment String COMMENT 'Empty: it does not say, and is taken to be about production',
    is_production Bool,
    severity String,
    opened_at DateTime64(3, 'UTC'),
    acknowledged_at Nullable(DateTime64(3, 'UTC')),
    resolved_at Nullable(DateTime64(3, 'UTC')) COMMENT 'NULL while it is open',
    restore_seconds Nullable(Float64) COMMENT 'From opened_at to resolved_at; NULL where it is open or negative',
    title String,
    url String
)
SQL SECURITY DEFINER
AS
SELECT
    source,
    id,
    services,
    arrayFilter(team -> team != '', arrayDistinct(arrayMap(
        service -> if(
            indexOf(tenures.1, service) = 0,
            '',
            tenures.3[indexOf(tenures.1, service)][greatest(
                1,
                arrayLastIndex(start -> start <= opened_at, tenures.2[indexOf(tenures.1, service)])
            )]
        ),
        services
    ))) AS teams,
    environment,
    CAST(environment = '' OR environment IN (SELECT environment FROM production_environments), 'Bool') AS is_production,
    severity,
    opened_at,
    acknowledged_at,
    resolved_at,
    if(
        resolved_at >= opened_at,
        (toUnixTimestamp64Milli(resolved_at) - toUnixTimestamp64Milli(opened_at)) / 1000,
        NULL
    ) AS restore_seconds,
    title,
    url
FROM
(
    SELECT
        toString(source) AS source, id, services, toString(environment) AS environment,
        toString(severity) AS severity, opened_at, acknowledged_at, resolved_at, title, url
    FROM incidents FINAL
) AS incident
CROSS JOIN
(
    SELECT (groupArray(service), groupArray(starts), groupArray(teams)) AS tenures
    FROM service_tenures
) AS tenure
COMMENT 'Incidents as they were last told';

CREATE OR REPLACE VIEW public_activity
(
    kind String COMMENT 'commits, changes, deployments or incidents',
    source String COMMENT 'Who told of it',
    at DateTime64(3, 'UTC') COMMENT 'When it last moved, by its own clock'
)
SQL SECURITY DEFINER
AS
SELECT 'commits' AS kind, toString(source) AS source, committed_at AS at
FROM commits FINAL
UNION ALL
SELECT 'changes', toString(source),
    greatest(opened_at, ifNull(merged_at, opened_at), ifNull(closed_at, opened_at))
FROM changes FINAL
UNION ALL
SELECT 'deployments', toString(source), assumeNotNull(coalesce(finished_at, started_at))
FROM deployments FINAL
WHERE isNotNull(coalesce(finished_at, started_at))
UNION ALL
SELECT 'incidents', toString(source), opened_at
FROM incidents FINAL
COMMENT 'When something was last told to have moved, by source: what silence is read from';

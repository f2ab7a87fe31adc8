-- Which deployments failed, and why, by the definition `dora`: the rules of libs/dora/src/failures
-- in SQL, for what can only ask SQL. One rule is one view, in the order of docs/metrics.md; a
-- property test holds them to the oracle. A change to the definition belongs into both.

-- A column that a SELECT makes anew under its own name is written with its table where the stored one
-- is meant: WHERE would take the new one.

-- Every finished deployment with what was there when it came. Only what users got to see is the
-- history of a service in an environment (`reached`).
CREATE OR REPLACE VIEW finished_deployments AS
SELECT
    service, environment, id, repository, sha, version, status, kind, unplanned, fixes, labels, url,
    started_at,
    assumeNotNull(deployments.finished_at) AS finished_at,
    multiIf(sha != '', 'sha ' || sha, version != '', 'version ' || version, '') AS release,
    CAST(status IN ('succeeded', 'rolled_back'), 'Bool') AS reached,
    maxIf((finished_at, id), reached) OVER (
        PARTITION BY service, environment
        ORDER BY finished_at, id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ).2 AS replaced_id
FROM deployments FINAL
WHERE status != 'in_progress' AND isNotNull(deployments.finished_at);

-- What people said of deployments: the verdict that stands, else what came with the deployment.
CREATE OR REPLACE VIEW said_of_deployments AS
SELECT service, environment, deployment_id, failed
FROM verdicts FINAL
UNION ALL
SELECT service, environment, id, assumeNotNull(change_failure)
FROM deployments FINAL
WHERE isNotNull(change_failure)
  AND (service, environment, id) NOT IN (
      SELECT service, environment, deployment_id FROM verdicts FINAL
  );

-- Incidents with the environments that they may be about.
CREATE OR REPLACE VIEW placed_incidents AS
SELECT
    *,
    if(
        environment = '',
        (SELECT groupArray(environment) FROM production_environments),
        [toString(environment)]
    ) AS environments,
    multiIf(
        cause_deployment_id != '', 'deployment',
        cause_sha != '', 'sha',
        cause_version != '', 'version',
        'none'
    ) AS cause
FROM incidents FINAL;

-- By id: those of that id in the services it names; where it names none, the one of that id, and
-- none where several services have one.
CREATE OR REPLACE VIEW links_of_named_cause AS
SELECT service, environment, deployment_id, 'named_cause' AS rule, incident_source, incident_id
FROM
(
    SELECT
        deployment.service AS service,
        deployment.environment AS environment,
        deployment.id AS deployment_id,
        incident.source AS incident_source,
        incident.id AS incident_id,
        notEmpty(incident.services) AS names_services,
        min(deployment.service) OVER (PARTITION BY incident.source, incident.id) AS first_service,
        max(deployment.service) OVER (PARTITION BY incident.source, incident.id) AS last_service
    FROM placed_incidents AS incident
    INNER JOIN finished_deployments AS deployment ON deployment.id = incident.cause_deployment_id
    WHERE incident.cause = 'deployment'
      AND (empty(incident.services) OR has(incident.services, deployment.service))
      AND has(incident.environments, deployment.environment)
)
WHERE names_services OR first_service = last_service;

-- Which deployment was the first to ship a commit that an incident names, by place.
CREATE OR REPLACE VIEW first_shippers_of_causes AS
SELECT service, environment, sha, argMin(deployment_id, earliest) AS shipper
FROM first_shipments
WHERE sha IN (SELECT cause_sha FROM placed_incidents WHERE cause = 'sha')
GROUP BY service, environment, sha;

CREATE OR REPLACE VIEW links_of_shipped_cause AS
SELECT
    deployment.service AS service,
    deployment.environment AS environment,
    deployment.id AS deployment_id,
    'sha_match' AS rule,
    incident.source AS incident_source,
    incident.id AS incident_id
FROM placed_incidents AS incident
INNER JOIN first_shippers_of_causes AS shipped ON shipped.sha = incident.cause_sha
INNER JOIN finished_deployments AS deployment
    ON deployment.service = shipped.service
    AND deployment.environment = shipped.environment
    AND deployment.id = shipped.shipper
WHERE incident.cause = 'sha'
  AND (empty(incident.services) OR has(incident.services, deployment.service))
  AND has(incident.environments, deployment.environment);

-- By version, and by a commit that nothing shipped (it may be just the failed attempt that is
-- meant): in each place the newest that was there when the incident opened, else the earliest.
-- What was cancelled reached nobody.
CREATE OR REPLACE VIEW links_of_newest_match AS
SELECT
    service,
    environment,
    if(
        countIf(finished_at <= opened_at) > 0,
        argMaxIf(id, (finished_at, id), finished_at <= opened_at),
        argMin(id, (finished_at, id))
    ) AS deployment_id,
    rule,
    incident_source,
    incident_id
FROM
(
    SELECT
        deployment.service AS service,
        deployment.environment AS environment,
        deployment.id AS id,
        deployment.finished_at AS finished_at,
        incident.opened_at AS opened_at,
        'version_match' AS rule,
        incident.source AS incident_source,
        incident.id AS incident_id
    FROM placed_incidents AS incident
    INNER JOIN finished_deployments AS deployment ON deployment.version = incident.cause_version
    WHERE incident.cause = 'version'
      AND deployment.status != 'cancelled'
      AND (empty(incident.services) OR has(incident.services, deployment.service))
      AND has(incident.environments, deployment.environment)
    UNION ALL
    SELECT
        deployment.service,
        deployment.environment,
        deployment.id,
        deployment.finished_at,
        incident.opened_at,
        'sha_match',
        incident.source,
        incident.id
    FROM placed_incidents AS incident
    INNER JOIN finished_deployments AS deployment ON deployment.sha = incident.cause_sha
    WHERE incident.cause = 'sha'
      AND deployment.status != 'cancelled'
      AND (deployment.service, deployment.environment, deployment.sha) NOT IN (
          SELECT service, environment, sha FROM first_shippers_of_causes
      )
      AND (empty(incident.services) OR has(incident.services, deployment.service))
      AND has(incident.environments, deployment.environment)
)
GROUP BY service, environment, rule, incident_source, incident_id;

CREATE OR REPLACE VIEW links_of_named_fix AS
SELECT
    deployment.service AS service,
    deployment.environment AS environment,
    deployment.id AS deployment_id,
    'named_fix' AS rule,
    fix.id AS remedy_id
FROM finished_deployments AS deployment
INNER JOIN
(
    SELECT service, environment, id, arrayJoin(arrayDistinct(fixes)) AS target
    FROM deployments FINAL
) AS fix
    ON fix.service = deployment.service
    AND fix.environment = deployment.environment
    AND fix.target = deployment.id
WHERE fix.id != deployment.id;

-- Of V1, V2, V3, V1 the V2 failed: the first after the release that came back. A release goes back
-- if it was there before, is not the one it replaces and first came before that one; a rollback that
-- does not go back to a known release blames what it replaced.
CREATE OR REPLACE VIEW links_of_going_back AS
SELECT
    service,
    environment,
    if(went_back, after_target_id, replaced_id) AS deployment_id,
    if(kind = 'rollback', 'rollback', 'redeploy') AS rule,
    id AS remedy_id
FROM
(
    SELECT
        service, environment, id, kind, fixes, replaced_id, after_target_id,
        release != ''
            AND target > 0
            AND release != replaced_release
            AND first_time < first_time_of_replaced AS went_back
    FROM
    (
        SELECT
            *,
            lagInFrame(if(release = '', 0, first_time)) OVER (
                PARTITION BY service, environment
                ORDER BY position
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS first_time_of_replaced
        FROM
        (
            SELECT
                *,
                min(position) OVER (PARTITION BY service, environment, release) AS first_time,
                lagInFrame(position) OVER ofRelease AS target,
                lagInFrame(next_id) OVER ofRelease AS after_target_id
            FROM
            (
                SELECT
                    service, environment, id, kind, fixes, release, replaced_id,
                    row_number() OVER ofPlace AS position,
                    lagInFrame(release) OVER ofPlace AS replaced_release,
                    leadInFrame(id) OVER ofPlace AS next_id
                FROM finished_deployments
                WHERE reached
                WINDOW ofPlace AS (
                    PARTITION BY service, environment
                    ORDER BY finished_at, id
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                )
            )
            WINDOW ofRelease AS (
                PARTITION BY service, environment, release
                ORDER BY position
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            )
        )
    )
)
WHERE empty(fixes) AND (went_back OR kind = 'rollback') AND deployment_id != '';

-- Merged changes by the commit that stands for each.
CREATE OR REPLACE VIEW merged_changes AS
SELECT
    repository, number, title, branch, labels,
    assumeNotNull(changes.merged_at) AS merged_at,
    multiIf(merge_sha != '', merge_sha, head_sha != '', head_sha, commits[-1]) AS sha
FROM changes FINAL
WHERE isNotNull(changes.merged_at);

-- Which commit takes back which: by git's own words, by the branch that GitHub makes for taking a
-- change back, by the title that GitHub and GitLab give such a change.
CREATE OR REPLACE VIEW reverted_commits AS
SELECT repository, sha AS reverting, arrayJoin(reverts) AS reverted
FROM commits FINAL
UNION DISTINCT
SELECT later.repository, later.sha, earlier.sha
FROM
(
    SELECT *, toUInt64OrZero(extract(branch, '^revert-([0-9]+)-')) AS reverted_number
    FROM merged_changes
    WHERE match(branch, '^revert-[0-9]+-')
) AS later
INNER JOIN merged_changes AS earlier
    ON earlier.repository = later.repository AND earlier.number = later.reverted_number
UNION DISTINCT
SELECT
    later.repository,
    later.sha,
    argMax(earlier.sha, (earlier.merged_at, earlier.number))
FROM
(
    SELECT *, extract(title, '^Revert "(.+)"$') AS reverted_title
    FROM merged_changes
    WHERE NOT match(branch, '^revert-[0-9]+-')
) AS later
INNER JOIN merged_changes AS earlier
    ON earlier.repository = later.repository AND earlier.title = later.reverted_title
WHERE later.reverted_title != '' AND earlier.merged_at < later.merged_at
GROUP BY later.repository, later.number, later.sha;

CREATE OR REPLACE VIEW links_of_revert AS
SELECT DISTINCT
    reverting.service AS service,
    reverting.environment AS environment,
    reverted.deployment_id AS deployment_id,
    'revert' AS rule,
    reverting.deployment_id AS remedy_id
FROM reverted_commits AS pair
INNER JOIN
(
    SELECT * FROM first_shipments
    WHERE (repository, sha) IN (SELECT repository, reverting FROM reverted_commits)
) AS reverting ON reverting.repository = pair.repository AND reverting.sha = pair.reverting
INNER JOIN
(
    SELECT * FROM first_shipments
    WHERE (repository, sha) IN (SELECT repository, reverted FROM reverted_commits)
) AS reverted
    ON reverted.repository = pair.repository
    AND reverted.sha = pair.reverted
    AND reverted.service = reverting.service
    AND reverted.environment = reverting.environment
WHERE reverted.earliest < reverting.earliest;

-- By its kind, by its label, or because it brought a change with such a branch or label first.
CREATE OR REPLACE VIEW links_of_hotfix AS
SELECT
    service,
    environment,
    replaced_id AS deployment_id,
    'hotfix' AS rule,
    id AS remedy_id
FROM finished_deployments
WHERE empty(fixes)
  AND status != 'cancelled'
  AND replaced_id != ''
  AND (
      kind = 'hotfix'
      OR arrayExists(label -> lower(label) = 'hotfix', labels)
      OR (service, environment, id) IN (
          SELECT service, environment, deployment_id
          FROM first_shipments
          WHERE (repository, sha) IN (
              SELECT repository, sha
              FROM merged_changes
              WHERE match(branch, '(?i)(^|[/_-])hotfix([/_-]|$)')
                 OR arrayExists(label -> lower(label) = 'hotfix', labels)
          )
      )
  );

-- The newest deployment of each service that an incident without a cause names, if it was there
-- before the incident opened and not more than 24 hours before. Those lie on the day that it opened
-- or on the one before, so that is what is joined by.
CREATE OR REPLACE VIEW links_of_window AS
SELECT
    service,
    argMax(environment, (finished_at, id)) AS environment,
    argMax(id, (finished_at, id)) AS deployment_id,
    'window' AS rule,
    incident_source,
    incident_id
FROM
(
    SELECT
        deployment.service AS service,
        deployment.environment AS environment,
        deployment.id AS id,
        deployment.finished_at AS finished_at,
        incident.source AS incident_source,
        incident.id AS incident_id
    FROM
    (
        SELECT
            source, id, environments, opened_at,
            arrayJoin(arrayDistinct(services)) AS service,
            arrayJoin([toDate(opened_at), toDate(opened_at) - 1]) AS day
        FROM placed_incidents
        WHERE cause = 'none'
    ) AS incident
    INNER JOIN (SELECT *, toDate(finished_at) AS day FROM finished_deployments WHERE reached) AS deployment
        ON deployment.service = incident.service AND deployment.day = incident.day
    WHERE deployment.finished_at < incident.opened_at
      AND deployment.finished_at >= incident.opened_at - INTERVAL 24 HOUR
      AND has(incident.environments, deployment.environment)
)
GROUP BY service, incident_source, incident_id;

-- Everything that shows a deployment to have failed, surest rules first in docs/metrics.md; nothing
-- of one of which a person said that it did not.
CREATE OR REPLACE VIEW failure_links AS
SELECT
    link.service AS service,
    link.environment AS environment,
    link.deployment_id AS deployment_id,
    link.rule AS rule,
    transform(
        link.rule,
        ['sha_match', 'version_match', 'rollback', 'redeploy', 'revert', 'hotfix', 'window'],
        [0.95, 0.9, 0.9, 0.8, 0.8, 0.7, 0.5],
        toFloat64(1)
    ) AS confidence,
    link.incident_source AS incident_source,
    link.incident_id AS incident_id,
    link.remedy_id AS remedy_id
FROM
(
    SELECT service, environment, id AS deployment_id, 'verdict' AS rule,
        '' AS incident_source, '' AS incident_id, '' AS remedy_id
    FROM finished_deployments
    WHERE (service, environment, id) IN (
        SELECT service, environment, deployment_id FROM said_of_deployments WHERE failed
    )
    UNION ALL
    SELECT service, environment, id, 'status', '', '', ''
    FROM finished_deployments
    WHERE status IN ('failed', 'rolled_back')
    UNION ALL
    SELECT service, environment, deployment_id, rule, incident_source, incident_id, ''
    FROM links_of_named_cause
    UNION ALL
    SELECT service, environment, deployment_id, rule, incident_source, incident_id, ''
    FROM links_of_shipped_cause
    UNION ALL
    SELECT service, environment, deployment_id, rule, incident_source, incident_id, ''
    FROM links_of_newest_match
    UNION ALL
    SELECT service, environment, deployment_id, rule, incident_source, incident_id, ''
    FROM links_of_window
    UNION ALL
    SELECT service, environment, deployment_id, rule, '', '', remedy_id FROM links_of_named_fix
    UNION ALL
    SELECT service, environment, deployment_id, rule, '', '', remedy_id FROM links_of_going_back
    UNION ALL
    SELECT service, environment, deployment_id, rule, '', '', remedy_id FROM links_of_revert
    UNION ALL
    SELECT service, environment, deployment_id, rule, '', '', remedy_id FROM links_of_hotfix
) AS link
WHERE (link.service, link.environment, link.deployment_id) NOT IN (
    SELECT service, environment, deployment_id FROM said_of_deployments WHERE NOT failed
);

-- Failed deployments with the rules that show it and every moment at which something could have
-- ended it: a remedy that succeeded, a deployment of any service in its environment that names an
-- incident it is linked to in `fixes`, the resolution of such an incident.
CREATE OR REPLACE VIEW failures AS
SELECT
    link.service AS service,
    link.environment AS environment,
    link.deployment_id AS deployment_id,
    arrayMap(
        pair -> pair.2,
        arrayReverseSort(groupUniqArray((link.confidence, link.rule)))
    ) AS rules,
    arrayFlatten(groupArray(arrayConcat(
        if(remedy.id != '', [remedy.finished_at], []),
        if(incident.id != '', [incident.resolved_at], []),
        arrayMap(
            fix -> fix.1,
            arrayFilter(fix -> (fix.2, fix.3) != (link.service, link.deployment_id), fixes.of_incident)
        )
    ))) AS ends
FROM failure_links AS link
LEFT JOIN
(
    SELECT service, environment, id, assumeNotNull(deployments.finished_at) AS finished_at
    FROM deployments FINAL
    WHERE status = 'succeeded' AND isNotNull(deployments.finished_at)
) AS remedy
    ON remedy.service = link.service
    AND remedy.environment = link.environment
    AND remedy.id = link.remedy_id
LEFT JOIN
(
    SELECT source, id, assumeNotNull(incidents.resolved_at) AS resolved_at
    FROM incidents FINAL
    WHERE isNotNull(incidents.resolved_at)
) AS incident ON incident.source = link.incident_source AND incident.id = link.incident_id
LEFT JOIN
(
    SELECT
        environment,
        target,
        groupArray((finished_at, service, id)) AS of_incident
    FROM
    (
        SELECT
            environment,
            arrayJoin(arrayDistinct(deployment.fixes)) AS target,
            assumeNotNull(deployment.finished_at) AS finished_at,
            toString(service) AS service,
            id
        FROM deployments AS deployment FINAL
        WHERE status = 'succeeded' AND isNotNull(deployment.finished_at)
    )
    GROUP BY environment, target
) AS fixes ON fixes.environment = link.environment AND fixes.target = link.incident_id
GROUP BY service, environment, deployment_id;

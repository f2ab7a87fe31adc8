-- What throughline.yaml says that SQL has to know: which environments are production, and the
-- services that it describes. The metrics service states it as it starts; the last statement counts,
-- whole, since it is one row.
CREATE TABLE IF NOT EXISTS configuration_in_force
(
    stated_at DateTime64(3, 'UTC'),
    production Array(String),
    services Array(Tuple(
        name String,
        team String,
        owner String,
        repository String,
        tier Nullable(UInt8),
        runbook_url String,
        slo_url String,
        dashboard_url String,
        path_pattern String,
        tenures Array(Tuple(since DateTime64(3, 'UTC'), team String))
    ))
)
ENGINE = ReplacingMergeTree(stated_at)
ORDER BY tuple();

-- `paths` as one regular expression (RE2), for SQL that nobody hands one. Entries that were told
-- before this column was there have none until they are told again.
ALTER TABLE service_versions
    ADD COLUMN IF NOT EXISTS path_pattern String AFTER paths;

CREATE OR REPLACE VIEW production_environments AS
SELECT arrayJoin(production) AS environment
FROM configuration_in_force FINAL;

CREATE OR REPLACE VIEW configured_services AS
SELECT
    service.name AS name,
    service.team AS team,
    service.owner AS owner,
    service.repository AS repository,
    service.tier AS tier,
    service.runbook_url AS runbook_url,
    service.slo_url AS slo_url,
    service.dashboard_url AS dashboard_url,
    service.path_pattern AS path_pattern,
    service.tenures AS tenures
FROM (SELECT arrayJoin(services) AS service FROM configuration_in_force FINAL);

-- The services that there are now: what the configuration says of one outranks what events say.
CREATE OR REPLACE VIEW catalogue AS
WITH told AS (
    SELECT *
    FROM service_versions FINAL
    WHERE (name, since) IN (SELECT name, max(since) FROM service_versions FINAL GROUP BY name)
      AND NOT withdrawn
)
SELECT
    name, team, owner, repository, tier, runbook_url, slo_url, dashboard_url, path_pattern, onboarded_at
FROM told
WHERE name NOT IN (SELECT name FROM configured_services)
UNION ALL
SELECT
    configured.name, configured.team, configured.owner, configured.repository, configured.tier,
    configured.runbook_url, configured.slo_url, configured.dashboard_url, configured.path_pattern,
    told.onboarded_at
FROM configured_services AS configured
LEFT JOIN told ON told.name = configured.name;

-- Whose each service was, and since when; '' for nobody's. Before the first tenure that is known it
-- was the first's.
CREATE OR REPLACE VIEW service_tenures AS
SELECT
    name AS service,
    arrayMap(tenure -> tenure.1, tenures) AS starts,
    arrayMap(tenure -> tenure.2, tenures) AS teams
FROM
(
    SELECT
        toString(name) AS name,
        arraySort(groupArray((since, if(withdrawn, '', toString(team))))) AS tenures
    FROM service_versions FINAL
    WHERE name NOT IN (SELECT name FROM configured_services)
    GROUP BY name
    UNION ALL
    SELECT name, tenures
    FROM configured_services
);

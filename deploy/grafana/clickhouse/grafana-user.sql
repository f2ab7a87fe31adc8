-- The same user as users.d/grafana.xml, for servers that keep their users in SQL. Run it as an
-- administrator, with a password of your own. The server needs
-- access_control_improvements.settings_constraints_replace_previous (config.d/grafana.xml).

CREATE SETTINGS PROFILE IF NOT EXISTS grafana SETTINGS
    readonly = 1,
    max_execution_time = 60 MAX 300 CHANGEABLE_IN_READONLY;

CREATE USER IF NOT EXISTS grafana
    IDENTIFIED WITH sha256_password BY 'a password of your own'
    SETTINGS PROFILE 'grafana';

GRANT SELECT ON throughline.public_services TO grafana;
GRANT SELECT ON throughline.public_places TO grafana;
GRANT SELECT ON throughline.public_deployments TO grafana;
GRANT SELECT ON throughline.public_failure_links TO grafana;
GRANT SELECT ON throughline.public_lead_times TO grafana;
GRANT SELECT ON throughline.public_changes TO grafana;
GRANT SELECT ON throughline.public_incidents TO grafana;
GRANT SELECT ON throughline.public_activity TO grafana;
GRANT SELECT ON throughline.public_alerts TO grafana;

-- Rows of one key are merged as they are read, in the order they are stored. A GROUP BY built a hash
-- table of all of them first, and no condition on a commit or a time came below it.
CREATE OR REPLACE VIEW first_shipments AS
SELECT
    repository,
    sha,
    service,
    environment,
    first AS earliest,
    earliest.1 AS shipped_at,
    earliest.2 AS deployment_id
FROM shipments FINAL
WHERE (service, environment, generation) IN (
    SELECT service, environment, max(generation)
    FROM shipment_generations
    GROUP BY service, environment
);

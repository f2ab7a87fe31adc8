/** Variables that configure Throughline, or the clients inside it. */
const PRODUCT = /^(THROUGHLINE|INGESTOR|KAFKA|CLICKHOUSE|OTEL)_/;

/** Variables that configure the tests; products never read them. */
const TESTS = /^THROUGHLINE_TEST_/;

/**
 * The environment the tests run in. A product that a test starts is configured by that test alone: what configures
 * products in the developer's shell is left out, or a test could write into a real Kafka or ClickHouse.
 *
 * @param {NodeJS.ProcessEnv} shell
 * @param {import('./lane.mjs').OpenLane[]} lanes
 * @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(shell, lanes) {
  const kept = Object.entries(shell).filter(([name]) => !PRODUCT.test(name) || TESTS.test(name));
  return Object.assign(Object.fromEntries(kept), ...lanes.map((lane) => lane.environment));
}

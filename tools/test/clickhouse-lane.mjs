import { ClickHouseContainer } from '@testcontainers/clickhouse';
import { whyNoDocker } from './docker.mjs';

/** The server that docker-compose.yml runs. */
const IMAGE = 'clickhouse/clickhouse-server:26.3.17.4';

const name = 'clickhouse';

/** What `libs/testing` does when no server is named: the same engine, answering over HTTP. */
const EMBEDDED = {
  name,
  how: 'the embedded engine behind HTTP (a server: CLICKHOUSE_URL, or a Docker engine)',
  environment: {},
  stop: async () => {},
};

/**
 * A ClickHouse server for the tests of separate services: that of `CLICKHOUSE_URL`, else a container. Never skipped:
 * without a server the harness puts an HTTP front before the embedded engine.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./lane.mjs').OpenLane>}
 */
export async function openClickHouseLane(env) {
  if (env.CLICKHOUSE_URL) {
    return open(env.CLICKHOUSE_URL, 'the server of CLICKHOUSE_URL', async () => {});
  }
  if (await whyNoDocker()) return EMBEDDED;
  try {
    const container = await new ClickHouseContainer(IMAGE).start();
    const stop = async () => void (await container.stop());
    return open(container.getConnectionUrl(), `${IMAGE} in Docker`, stop);
  } catch (error) {
    return { ...EMBEDDED, how: `${EMBEDDED.how}; Docker did not start ${IMAGE}: ${error.message}` };
  }
}

/**
 * @param {string} url
 * @param {string} how
 * @param {() => Promise<void>} stop
 * @returns {import('./lane.mjs').OpenLane}
 */
function open(url, how, stop) {
  return { name, how, environment: { THROUGHLINE_TEST_CLICKHOUSE_URL: url }, stop };
}

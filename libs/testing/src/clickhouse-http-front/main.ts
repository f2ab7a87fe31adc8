import { parseArgs } from 'node:util';
import { startClickHouseHttpFront } from './clickhouse-http-front.js';

/** `node main.js --dir DIRECTORY [--port 8123]`: prints `listening URL` once it answers; SIGTERM and SIGINT end it. */
const { values } = parseArgs({
  options: { dir: { type: 'string' }, port: { type: 'string', default: '0' } },
});
if (values.dir === undefined) {
  process.stderr.write('--dir DIRECTORY is missing: where the engine keeps its data\n');
  process.exit(2);
}
const front = await startClickHouseHttpFront({ directory: values.dir, port: Number(values.port) });
process.stdout.write(`listening ${front.url}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void front.close());

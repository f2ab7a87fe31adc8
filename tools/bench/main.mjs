import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

/** The benchmarks by name; each resolves to `{ ratio, figures }`. */
const BENCHMARKS = {
  'alert-delivery': () => import('./alert-delivery.mjs'),
  alerting: () => import('./alerting.mjs'),
  import: () => import('./import.mjs'),
  ingest: () => import('./ingest.mjs'),
  overview: () => import('./overview.mjs'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, short: { type: 'boolean', default: false } },
});
const [name] = positionals;
const load = BENCHMARKS[name];
if (load === undefined || positionals.length > 1) {
  process.stderr.write(
    `usage: npm run bench -- NAME [--short] [--json FILE]\n--short: a small form of alert-delivery, alerting, ingest or overview, to see that it runs\nNAME is one of: ${Object.keys(BENCHMARKS).join(', ')}\n`,
  );
  process.exit(2);
}

const { run } = await load();
const { ratios, figures } = await run((line) => process.stdout.write(`${line}\n`), {
  short: values.short,
});
const ordered = [...ratios].sort((a, b) => a - b);
const ratio = {
  min: ordered[0],
  median: ordered[Math.floor(ordered.length / 2)],
  max: ordered[ordered.length - 1],
};
const inWords = (value) => value.toFixed(3);
process.stdout.write(
  `ratio: median ${inWords(ratio.median)} (${inWords(ratio.min)} to ${inWords(ratio.max)})\n`,
);
if (values.json !== undefined) {
  await writeFile(values.json, `${JSON.stringify({ name, ratio, figures }, null, 2)}\n`);
}

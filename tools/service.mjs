/*
 * `npm run service -- NAME`: one service alone. It runs in this very process, so that a signal, an exit code and a
 * debugger meet the service itself.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';

const SERVICES = ['ingestor', 'metrics', 'query-api', 'alerter'];

const [name, ...rest] = process.argv.slice(2);
if (SERVICES.includes(name)) {
  const main = fileURLToPath(new URL(`../apps/${name}/dist/main.js`, import.meta.url));
  process.argv = [process.argv[0], main, ...rest];
  await import(pathToFileURL(main).href);
} else {
  const complaint = name === undefined ? 'Which service?' : `There is no service "${name}".`;
  console.error(
    `${complaint} npm run service -- NAME, where NAME is one of ${SERVICES.join(', ')}`,
  );
  process.exitCode = 2;
}

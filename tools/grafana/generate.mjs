/*
 * `node tools/grafana/generate.mjs`: writes the dashboards of deploy/grafana. A test fails while one of
 * them is not what the definitions here say.
 */
import { writeFile } from 'node:fs/promises';
import { dashboardFiles } from './documents.mjs';

for (const [file, text] of await dashboardFiles()) {
  await writeFile(file, text);
  console.log(file.pathname);
}

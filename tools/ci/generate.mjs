/* `node tools/ci/generate.mjs`: writes deploy/ci/report.mjs. A test fails while it is not what the code says. */
import { writeFile } from 'node:fs/promises';
import { REPORTER, reporter } from './reporter.mjs';

await writeFile(new URL(`../../${REPORTER}`, import.meta.url), await reporter());
console.log(REPORTER);

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { loadConfiguration } from '@throughline/service-kit';
import { RUN_PROPERTIES, TROUBLE_PROPERTIES } from '@throughline/sources';

it('can name everything that a source may tell', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-rules-'));
  const when = (properties: readonly string[]) =>
    `{ when: { ${properties.map((property) => `${property}: x`).join(', ')} } }`;
  await writeFile(
    join(directory, 'throughline.yaml'),
    `sources: { ci: { unsigned: true, deployments: [${when(RUN_PROPERTIES)}], incidents: [${when(TROUBLE_PROPERTIES)}] } }`,
  );
  const { sources } = loadConfiguration({ variables: {}, workingDirectory: directory });
  expect(Object.keys(sources['ci']?.deployments[0]?.when ?? {})).toEqual([...RUN_PROPERTIES]);
  expect(Object.keys(sources['ci']?.incidents[0]?.when ?? {})).toEqual([...TROUBLE_PROPERTIES]);
  await rm(directory, { recursive: true });
});

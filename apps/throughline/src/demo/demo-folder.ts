import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_CONFIGURATION } from './demo-environment.js';

export interface DemoFolder {
  readonly data: string;
  readonly configuration: string;
  remove(): Promise<void>;
}

/** A fresh temporary folder for one demo. */
export async function createDemoFolder(): Promise<DemoFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-demo-'));
  const configuration = join(folder, 'throughline.yaml');
  await writeFile(configuration, DEMO_CONFIGURATION);
  return {
    data: join(folder, 'data'),
    configuration,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

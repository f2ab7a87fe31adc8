import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The services that run as processes of their own. */
export type ServiceName = 'ingestor' | 'metrics' | 'query-api' | 'alerter';

export type ProgramName = ServiceName | 'throughline';

const APPS = new URL('../../../../apps/', import.meta.url);

/** The built main file of a program. */
export function mainOf(program: ProgramName): string {
  return fileURLToPath(new URL(`${program}/dist/main.js`, APPS));
}

/** Whether there are programs to start. `npm test` builds them first; a bare run of jest does not. */
export const IS_BUILT = existsSync(mainOf('throughline')) && existsSync(mainOf('ingestor'));

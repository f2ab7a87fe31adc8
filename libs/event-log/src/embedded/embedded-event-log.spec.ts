import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeEventLog } from '../event-log.contract.js';
import { openEmbeddedEventLog } from './open-embedded-event-log.js';

describeEventLog('the embedded log', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-log-'));
  return {
    open: (options) => openEmbeddedEventLog({ ...options, directory }),
    remove: () => rm(directory, { recursive: true }),
  };
});

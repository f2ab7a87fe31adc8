import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** As `npm start` runs it. */
export const NODE_OPTIONS = ['--max-semi-space-size=64'];

/** What Linux counts processor time in, in milliseconds. */
const TICK = 10;

/**
 * @template Result
 * @param {(folder: string) => Promise<Result>} measure
 */
export async function inFreshFolder(measure) {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  try {
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The platform in a process of its own.
 *
 * @param {string} folder its data directory
 * @param {Readonly<Record<string, string>>} [variables] what it is told beside
 */
export async function startPlatform(folder, variables = {}) {
  const main = new URL('../../apps/throughline/dist/main.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [...NODE_OPTIONS, main, 'serve', '--port', '0'], {
    env: {
      ...process.env,
      THROUGHLINE_DATA_DIR: folder,
      UV_THREADPOOL_SIZE: '16',
      LOG_LEVEL: 'info',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { event, address } = JSON.parse(line);
    if (event !== 'http.listening') continue;
    child.stdout.resume();
    return {
      url: address,
      processorTime: () => processorTime(child.pid),
      stop: async () => {
        const exit = once(child, 'exit');
        child.kill('SIGTERM');
        await exit;
      },
    };
  }
  throw new Error('the platform ended before it listened');
}

/**
 * What a process has used of the processors, in milliseconds; 0 where the system does not tell. Unlike
 * the time on the clock it is hardly longer on a machine that is busy with something else.
 */
async function processorTime(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * TICK;
}

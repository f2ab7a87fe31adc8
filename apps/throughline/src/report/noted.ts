import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Job } from './job.js';

/*
 * The end of a deployment is reported by another process than its start, and has to say again what
 * was said then. So the start leaves a note where the job keeps its temporary files. A lost note
 * costs what only the start knew; the report itself is never in its way.
 */

/** Where the note about one thing lies; another try of the job has another. */
export function notePath(job: Job, thing: readonly (string | undefined)[]): string {
  const name = JSON.stringify([job.attempt ?? '', ...thing]);
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 32);
  return join(job.temporaryFolder ?? tmpdir(), `throughline-report-${digest}.json`);
}

/** Anybody may write to a temporary folder, so a file or link that lies there is never written through. */
export function note(path: string, fact: object): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    rmSync(path, { force: true });
    writeFileSync(path, JSON.stringify(fact), { flag: 'wx', mode: 0o600 });
  } catch {
    // No place to write: the end then says what it knows itself.
  }
}

/** What was noted; `undefined` when nothing is there that can be read. */
export function noted<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): z.output<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Takes the note away, once what it was for is done. */
export function forget(path: string): void {
  rmSync(path, { force: true });
}

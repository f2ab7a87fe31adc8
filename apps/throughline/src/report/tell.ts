import { appendFileSync } from 'node:fs';
import { type EventType, parseEvent } from '@throughline/events';
import { ApiFailure } from '../api/api-failure.js';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, DEFAULT_URL } from '../api/api-options.js';
import { CommandFailure, messageOf, WrongWords } from '../command-failure.js';
import type { Job } from './job.js';
import type { ReportWorld } from './report-world.js';

/** How a report is made, whatever it is about. */
export interface Manner extends ApiAddress {
  /** For all tries together, in seconds. */
  readonly timeout: number;
  readonly strict?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

const RETRIES = 5;

/** A server that hangs is tried again, perhaps behind another address, before the time is over. */
const ANSWER_WITHIN_MS = 10_000;

/** Where an event is told to. */
export interface Listener {
  readonly manner: Manner;
  readonly job: Job;
  readonly world: ReportWorld;
  /** Ends the report before its time. */
  readonly signal?: AbortSignal | undefined;
  /** The report's time, where some of it is spent on something else before. Default: it begins now. */
  readonly limit?: AbortSignal | undefined;
}

/** Aborted when the time of a report is over. */
export function limitOf({ timeout }: Manner): AbortSignal {
  return AbortSignal.timeout(timeout * 1000);
}

/** An event that the platform will take, and what it will take it for. */
export interface Checked {
  readonly fact: object;
  readonly type: EventType;
  readonly id: string;
}

/** Looks at an event as the platform will, which needs no platform. @throws WrongWords what is wrong with it */
export function check(fact: object): Checked {
  const parsed = parseEvent(fact, Date.now());
  if (parsed.ok) {
    const { event } = parsed;
    return { fact, type: event.type, id: 'id' in event ? event.id : '' };
  }
  const faults = parsed.faults.map(({ path, message }) => `${path} ${message}`);
  throw new WrongWords(faults.join('; '));
}

/** Sends an event and resolves once it is durable. @throws CommandFailure why it is not */
export async function tell({ fact, type, id }: Checked, listener: Listener): Promise<void> {
  const { manner, world } = listener;
  if (manner.dryRun !== true) {
    if (type === 'deployment') publishId(id, world);
    await send(fact, listener);
  }
}

/** Lets later steps of a GitHub job use the id: `${{ steps.<id>.outputs.deployment-id }}`. */
function publishId(id: string, { environment }: ReportWorld): void {
  const file = environment['GITHUB_OUTPUT'];
  if (file === undefined || file === '') return;
  try {
    appendFileSync(file, `deployment-id=${id}\n`);
  } catch {
    // Nobody can use the output then; the report is not about it.
  }
}

async function send(fact: object, listener: Listener): Promise<void> {
  const { manner, job, world, signal, limit = limitOf(manner) } = listener;
  requireAddress(manner, job, world);
  let lastTry = '';
  // One warning at the end is enough: what is tried meanwhile only matters if all of it fails.
  const output = { note: (text: string) => (lastTry = text) };
  const api = apiClient(
    manner,
    { environment: world.environment, output },
    {
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
      tries: RETRIES + 1,
      answerWithinMs: ANSWER_WITHIN_MS,
    },
  );
  try {
    await api.sendEvents([JSON.stringify(fact)]);
  } catch (error) {
    if (signal?.aborted === true) throw new CommandFailure('it was interrupted', { cause: error });
    if (limit.aborted) throw new CommandFailure(timeIsOver(manner, lastTry), { cause: error });
    throw error instanceof ApiFailure ? withFaults(error) : error;
  }
}

/** In a job this machine is the runner: the default address would only be waited for in vain. */
function requireAddress({ url }: Manner, job: Job, { environment }: ReportWorld): void {
  if (job.provider === undefined || url !== DEFAULT_URL || environment['THROUGHLINE_URL']) return;
  throw new WrongWords('THROUGHLINE_URL is not set: it is the address of your Throughline');
}

function timeIsOver({ url, timeout }: Manner, lastTry: string): string {
  const why = lastTry.replace(`${url}: `, '').replace(/; trying again.*/, '');
  const last = why === '' ? '' : ` (${why})`;
  return `${url} did not take it within ${timeout} s${last}: check that it can be reached from here`;
}

function withFaults(failure: ApiFailure): Error {
  const faults = failure.problem.faults.map(({ path, message }) => `${path} ${message}`);
  if (faults.length === 0) return failure;
  return new CommandFailure(`${messageOf(failure)} – ${faults.join('; ')}`, { cause: failure });
}

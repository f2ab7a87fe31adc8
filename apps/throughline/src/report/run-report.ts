import { CommandFailure, messageOf, WrongWords } from '../command-failure.js';
import { findJob, type Job } from './job.js';
import { readWords } from './read-words.js';
import { reportEnd, reportStart } from './report-deployment.js';
import { reportIncident } from './report-incident.js';
import type { ReportWorld } from './report-world.js';
import { reportWrapped } from './report-wrapped.js';
import type { Checked, Listener } from './tell.js';
import { warn } from './warning.js';
import type { Request } from './words.js';
import { runWrapped, type WrappedCommand } from './wrapped-command.js';

const DONE = 0;
const NOT_REPORTED = 1;
const WRONG_WORDS = 2;

const FORGIVEN = 'Nothing was reported; the job goes on (--strict would fail it)';

/**
 * Reports from a CI job. The job is there to deploy, not to report: whatever goes wrong here, wrong
 * words included, is one warning and exit code 0, unless `--strict` asks for 1 or 2. What stands
 * behind `--` runs in any case, and where it fails its status is the answer.
 *
 * @param words without `report` itself
 * @param name what the command is called in its help
 * @returns the code that the process is to exit with
 */
export async function runReport(
  words: readonly string[],
  world: ReportWorld,
  name: string,
): Promise<number> {
  const { own, command } = splitAtDashes(words);
  // Before the command: it may check out something else than what is deployed.
  const job = await findJob(world);
  const startedAt = Date.now();
  const wrapped =
    command === undefined
      ? undefined
      : runWrapped(command, { cwd: world.workingDirectory, env: withoutToken(world) });
  const reported = await settle(own, world, async () => {
    const request = readWords(own, world, name);
    if (request !== undefined) await report(request, { job, world, wrapped, startedAt });
  });
  const ending = await wrapped?.ended;
  wrapped?.release();
  if (ending?.notStarted !== undefined) world.output.note(`throughline: ${ending.notStarted}`);
  return ending === undefined || ending.exitCode === 0 ? reported : ending.exitCode;
}

async function settle(
  words: readonly string[],
  world: ReportWorld,
  work: () => Promise<void>,
): Promise<number> {
  try {
    await work();
    return DONE;
  } catch (error) {
    // The words may be too wrong to be read.
    const isStrict = words.includes('--strict');
    warn(isStrict ? messageOf(error) : `${messageOf(error)}. ${FORGIVEN}`, world);
    if (!isStrict) return DONE;
    return error instanceof WrongWords ? WRONG_WORDS : NOT_REPORTED;
  }
}

interface Situation {
  readonly job: Job;
  readonly world: ReportWorld;
  readonly wrapped: WrappedCommand | undefined;
  readonly startedAt: number;
}

async function report(request: Request, situation: Situation): Promise<void> {
  const { wrapped, world } = situation;
  if ((wrapped === undefined) === (request.what === 'wrap')) throw new WrongWords(WHICH_FORM);
  const { manner } = request;
  const { fact, id } = await make(request, { ...situation, manner });
  // The standard output of a command that is wrapped is the command's.
  const print = (text: string) => {
    if (wrapped === undefined) world.output.print(text);
    else world.output.note(text);
  };
  if (manner.dryRun === true) print(JSON.stringify(fact, null, 2));
  else if (manner.json === true) print(JSON.stringify({ reported: fact }, null, 2));
  else
    print(
      `throughline: ${request.what === 'wrap' ? 'deployment' : request.what} reported, id ${id}`,
    );
}

const WHICH_FORM =
  '`deployment` wants start, finish or fail, or -- and a command to run; nothing else takes a command';

function make(
  request: Request,
  { wrapped, startedAt, ...listener }: Listener & Situation,
): Promise<Checked> {
  switch (request.what) {
    case 'start':
      return reportStart(request.deployment, listener, startedAt);
    case 'end':
      return reportEnd(request.status, request.deployment, listener, startedAt);
    case 'wrap':
      if (wrapped === undefined) throw new CommandFailure(WHICH_FORM);
      return reportWrapped(request.deployment, listener, wrapped, startedAt);
    case 'open':
    case 'resolve':
      return reportIncident(request.what, request.incident, listener, startedAt);
  }
}

/** The token is for the report: whatever deploys, and all that it starts, has no use for it. */
function withoutToken({ environment }: ReportWorld): NodeJS.ProcessEnv {
  const handed = { ...environment };
  delete handed['THROUGHLINE_TOKEN'];
  return handed;
}

/** Only the first `--` is ours: the command may have one of its own. */
function splitAtDashes(words: readonly string[]) {
  const dashes = words.indexOf('--');
  if (dashes === -1) return { own: words, command: undefined };
  const command = words.slice(dashes + 1);
  return { own: words.slice(0, dashes), command: command.length === 0 ? undefined : command };
}

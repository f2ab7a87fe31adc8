import {
  DEPLOYMENT_KINDS,
  type DeploymentStatus,
  type Instant,
  readInstant,
} from '@throughline/events';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { WrongWords } from '../command-failure.js';
import type { DeploymentWords } from './deployment-fact.js';
import type { IncidentWords } from './incident-fact.js';
import type { Manner } from './tell.js';

/** What is to be reported, as the words say it. */
export type Request =
  | {
      readonly what: 'start' | 'wrap';
      readonly manner: Manner;
      readonly deployment: DeploymentWords;
    }
  | {
      readonly what: 'end';
      readonly status: EndStatus;
      readonly manner: Manner;
      readonly deployment: DeploymentWords;
    }
  | {
      readonly what: 'open' | 'resolve';
      readonly manner: Manner;
      readonly incident: IncidentWords;
    };

/** How a deployment can have ended. */
export type EndStatus = Exclude<DeploymentStatus, 'in_progress'>;

/** Gives a command the words of `report`; whichever was meant is handed to `take`. */
export function withReportWords(
  command: Command,
  cli: Pick<Cli, 'environment'>,
  take: (request: Request) => void,
): Command {
  // Otherwise `deployment` takes the options behind start, finish and fail for its own.
  const deployment = command
    .enablePositionalOptions()
    .command('deployment')
    .enablePositionalOptions()
    .description('a deployment: its start and its end, or the command after -- with both')
    .usage('start|finish|fail [options], or: deployment [options] -- <command> [args...]');
  const onDeployment = (name: 'start' | 'finish' | 'fail', description: string) =>
    withManner(withDeployment(deployment.command(name)), cli)
      .description(description)
      .option('--json', 'print what was reported as JSON');
  withManner(withDeployment(deployment), cli).action((options: DeploymentWords & Manner) => {
    take({ what: 'wrap', manner: options, deployment: said(options) });
  });
  onDeployment('start', 'it begins now').action((options: DeploymentWords & Manner) => {
    take({ what: 'start', manner: options, deployment: said(options) });
  });
  onDeployment('finish', 'it is over and succeeded, if --status does not say otherwise')
    .option('--status <word>', STATUS_HELP, parseStatus, 'succeeded')
    .action(({ status, ...options }: DeploymentWords & Manner & { status: EndStatus }) => {
      take({ what: 'end', status, manner: options, deployment: said(options) });
    });
  onDeployment('fail', 'it is over and failed').action((options: DeploymentWords & Manner) => {
    take({ what: 'end', status: 'failed', manner: options, deployment: said(options) });
  });
  defineIncident(command, cli, take);
  return command;
}

const DEPLOYMENT_WORDS = [
  'service',
  'environment',
  'id',
  'repository',
  'sha',
  'version',
  'artifact',
  'link',
  'kind',
  'fixes',
  'unplanned',
  'label',
  'startedAt',
  'finishedAt',
] as const satisfies readonly (keyof DeploymentWords)[];

const INCIDENT_WORDS = [
  'id',
  'service',
  'environment',
  'severity',
  'title',
  'link',
  'openedAt',
  'resolvedAt',
  'causedByDeployment',
  'causedBySha',
  'causedByVersion',
] as const satisfies readonly (keyof IncidentWords)[];

/** Only what is about the deployment: how it is reported is another matter. */
function said(options: Partial<DeploymentWords>): DeploymentWords {
  const { service, ...rest } = only(options, DEPLOYMENT_WORDS);
  // Not commander's to require: it would require it of `deployment` for `deployment start` as well.
  if (service === undefined) throw new WrongWords('say what is deployed: --service <name>');
  return { service, ...rest };
}

function only<Words extends object>(options: Words, names: readonly (keyof Words)[]): Words {
  return Object.fromEntries(names.map((name) => [name, options[name]])) as Words;
}

function withDeployment(command: Command): Command {
  return command
    .option('--service <name>', 'what is deployed; always needed')
    .option('--environment <name>', 'where to; default: what the CI system says')
    .option('--id <id>', 'what start and end have in common; default: made of run, job, service')
    .option('--repository <name>', 'default: what the CI system says, else git’s origin')
    .option('--sha <commit>', 'the whole hash; default: what the CI system says, else git’s HEAD')
    .option('--version <name>', 'the version that is deployed')
    .option('--artifact <purl>', 'what is deployed, as a package URL')
    .option('--link <address>', 'a page about it; default: that of the job')
    .addOption(new Option('--kind <kind>', 'default: deploy').choices(DEPLOYMENT_KINDS))
    .option('--fixes <id...>', 'the incidents or deployments that it fixes or rolls back')
    .option('--unplanned', 'it was not planned, such as a hotfix')
    .option('--label <text...>', 'labels of your own')
    .option('--started-at <time>', 'default: when `start` was reported', parseTime)
    .option('--finished-at <time>', 'default: now', parseTime);
}

function defineIncident(
  command: Command,
  cli: Pick<Cli, 'environment'>,
  take: (request: Request) => void,
): void {
  const incident = command.command('incident').description('an incident: that it is open, or over');
  for (const [what, description] of [
    ['open', 'it has begun'],
    ['resolve', 'it is over; what was said when it began is found again'],
  ] as const) {
    withManner(
      incident
        .command(what)
        .description(description)
        .requiredOption('--id <id>', 'what tells it from others')
        .option('--service <name...>', 'what it is about')
        .option('--environment <name>', 'default: what the CI system says')
        .option('--severity <word>', 'as you call it')
        .option('--title <text>', 'what it is, for people')
        .option('--link <address>', 'a page about it')
        .option('--opened-at <time>', 'default: now, or when `open` was reported', parseTime)
        .option('--caused-by-deployment <id>', 'the deployment that brought it about')
        .option('--caused-by-sha <commit>', 'the commit that brought it about')
        .option('--caused-by-version <name>', 'the version that brought it about'),
      cli,
    )
      .option('--resolved-at <time>', 'default: now', parseTime)
      .option('--json', 'print what was reported as JSON')
      .action((options: IncidentWords & Manner) => {
        take({ what, manner: options, incident: only(options, INCIDENT_WORDS) });
      });
  }
}

const DEFAULT_TIMEOUT_S = 30;

function withManner(command: Command, cli: Pick<Cli, 'environment'>): Command {
  return withApiOptions(command, cli)
    .option('--timeout <seconds>', 'for all tries together', parseSeconds, DEFAULT_TIMEOUT_S)
    .option('--strict', 'fail the job when this cannot be reported')
    .option('--dry-run', 'print the event instead of sending it');
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0 && seconds <= 3600) return seconds;
  throw new InvalidArgumentError('write seconds, more than 0 and at most 3600.');
}

function parseTime(text: string): Instant {
  const instant = readInstant(/^\d+$/.test(text) ? Number(text) : text);
  if (instant !== undefined) return instant;
  throw new InvalidArgumentError(
    'write 2026-03-01T12:00:00Z, or unix seconds or milliseconds as a number.',
  );
}

const STATUS_HELP =
  'succeeded, failed, cancelled or rolled_back; also as CI systems write the status of a job';

/** Our words and those of `job.status` (GitHub), `CI_JOB_STATUS` (GitLab), `Agent.JobStatus` (Azure). */
const STATUSES: Readonly<Record<string, EndStatus>> = {
  succeeded: 'succeeded',
  success: 'succeeded',
  succeededwithissues: 'succeeded',
  failed: 'failed',
  failure: 'failed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  rolled_back: 'rolled_back',
};

function parseStatus(text: string): EndStatus {
  const status = STATUSES[text.toLowerCase()];
  if (status !== undefined) return status;
  throw new InvalidArgumentError(`write one of ${Object.keys(STATUSES).join(', ')}.`);
}

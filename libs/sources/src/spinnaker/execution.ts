import { z } from 'zod';
import { isCommitHash } from '../drop-in/commit-hash.js';
import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import type { Mapping } from '../mapping/mapping.js';
import { rulesForParts } from '../mapping/rules-for-parts.js';
import { reading } from '../reading.js';
import { type EventInput, events, ignored } from '../source.js';
import { tidyName } from '../tidy.js';
import { accountsOf, stageContext } from './accounts.js';

/** Unix milliseconds. */
const time = z.number().nullish();

const stage = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string().nullish(),
  status: z.string(),
  startTime: time,
  endTime: time,
  /** There for a stage that Spinnaker added to another one. */
  syntheticStageOwner: z.string().nullish(),
  context: stageContext.nullish(),
});

const execution = z.object({
  id: z.string(),
  application: z.string(),
  name: z.string().nullish(),
  trigger: z
    .object({
      type: z.string().nullish(),
      /** Of a git trigger. */
      hash: z.string().nullish(),
      project: z.string().nullish(),
      slug: z.string().nullish(),
      branch: z.string().nullish(),
      artifacts: z
        .array(z.object({ type: z.string().nullish(), reference: z.string().nullish() }))
        .nullish(),
    })
    .nullish(),
  stages: z.array(stage).default([]),
});

const event = z.object({
  details: z.object({ type: z.string() }),
  content: z.object({ execution: execution.nullish() }).nullish(),
});

/** Echo may be told to put the event into the field `payload` of another object. */
const sent = z.union([event, z.object({ payload: event }).transform(({ payload }) => payload)]);

type Execution = z.output<typeof execution>;
type Stage = z.output<typeof stage>;

/** The types of stages that bring something to where it runs, and what they do there. */
const DEPLOYS = new Map<string, { readonly kind?: 'rollback' }>([
  ['deploy', {}],
  ['deployManifest', {}],
  ['cloneServerGroup', {}],
  ['rollbackCluster', { kind: 'rollback' }],
  ['undoRolloutManifest', { kind: 'rollback' }],
]);

/** orca's ExecutionStatus; one that is not here has not ended or never began. */
const STATUSES = new Map([
  ['SUCCEEDED', 'succeeded'],
  ['TERMINAL', 'failed'],
  ['FAILED_CONTINUE', 'failed'],
  ['CANCELED', 'cancelled'],
  ['STOPPED', 'cancelled'],
]);

const ENDS = new Set(['orca:pipeline:complete', 'orca:pipeline:failed']);

/** Every stage that deploys is a deployment to each of its accounts, told when its pipeline has ended. */
export const readExecution = reading(sent, ({ details, content }, mapping) => {
  if (!ENDS.has(details.type)) return ignored(`"${details.type}" does not end a pipeline`);
  const { execution } = content ?? {};
  if (!execution) return ignored('the event carries no execution');
  const deployments = execution.stages
    .filter(({ syntheticStageOwner }) => !syntheticStageOwner)
    .flatMap((stage) =>
      accountsOf(stage.context).flatMap((account) =>
        deploymentsOf(stage, account, execution, mapping),
      ),
    );
  return deployments.length === 0 ? ignored(NO_DEPLOYMENT) : events(...deployments);
});

function deploymentsOf(
  stage: Stage,
  account: string | undefined,
  execution: Execution,
  mapping: Mapping,
): EventInput[] {
  const status = STATUSES.get(stage.status);
  if (status === undefined || !stage.endTime) return [];
  const { application, trigger } = execution;
  const run = {
    service: application,
    workflow: execution.name,
    stage: stage.name,
    job: stage.type,
    environment: account,
    branch: trigger?.branch,
    trigger: trigger?.type,
  };
  const deploys = DEPLOYS.get(stage.type);
  const says = deploys ? 'deployment' : 'unknown';
  const rules = deploys ? mapping : rulesForParts(mapping, 'stage');
  return deploymentTargets(rules, run, says).map((target) => ({
    type: 'deployment',
    source: 'spinnaker',
    id: tidyName([execution.id, stage.id, ...(account ? [account] : [])].join(':'), 500),
    updatedAt: stage.endTime,
    ...deploys,
    ...target,
    ...commitOf(trigger),
    artifacts: imagesOf(trigger),
    status,
    startedAt: stage.startTime,
    finishedAt: stage.endTime,
  }));
}

function commitOf(trigger: Execution['trigger']) {
  const { hash, project, slug } = trigger ?? {};
  if (!hash || !project || !slug || !isCommitHash(hash)) return {};
  return { repository: `${project}/${slug}`, sha: hash };
}

const MOST_IMAGES = 100;

function imagesOf(trigger: Execution['trigger']): readonly string[] {
  return (trigger?.artifacts ?? [])
    .filter(({ type }) => type === 'docker/image')
    .map(({ reference }) => tidyName(reference, 2048))
    .filter((image) => image !== undefined)
    .slice(0, MOST_IMAGES);
}

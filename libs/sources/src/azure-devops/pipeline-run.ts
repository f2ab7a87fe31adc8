import { z } from 'zod';
import { rulesForParts } from '../mapping/rules-for-parts.js';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { namedBy, shaOf } from './git-ref.js';
import { links, notification, time } from './notification.js';
import { outcomeOf } from './outcome.js';

const run = z.object({
  id: z.int(),
  name: z.string().nullish(),
  state: z.string(),
  result: z.string().nullish(),
  createdDate: time,
  finishedDate: time,
  pipeline: z.object({ name: z.string() }),
  /** Which commit of which repository; a repository of Azure DevOps is told by its id alone. */
  resources: z
    .object({
      repositories: z
        .object({
          self: z
            .object({
              refName: z.string().nullish(),
              version: z.string().nullish(),
              repository: z.object({ fullName: z.string().nullish() }).nullish(),
            })
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
  _links: links,
});

const payloadOfRun = notification(z.object({ run }));

type Run = z.output<typeof run>;

/** `ms.vss-pipelines.run-state-changed-event` */
export const readRun = reading(payloadOfRun, (told, mapping) => {
  const { createdDate, resourceContainers, resource } = told;
  const { id, state, result, createdDate: startedAt, finishedDate } = resource.run;
  const standing = standingOf(state, result);
  if (standing === undefined) return ignored(`a run that is "${result ?? state}" deploys nothing`);
  const project = resourceContainers?.project?.name;
  return runDeployments(mapping, { ...ranOf(resource.run), project }, 'unknown', {
    ...statedOf(resource.run),
    ...standing,
    id: String(id),
    startedAt,
    finishedAt: hasBegun(standing) ? undefined : (finishedDate ?? createdDate),
    updatedAt: createdDate,
  });
});

const payloadOfStage = notification(
  z.object({
    run,
    stage: z.object({
      name: z.string(),
      displayName: z.string().nullish(),
      state: z.string(),
      result: z.string().nullish(),
    }),
  }),
);

/**
 * `ms.vss-pipelines.stage-state-changed-event`. It tells no times but its own, so that the end of a
 * stage says nothing of its start; and a stage that is run again is the same stage.
 */
export const readStage = reading(payloadOfStage, (told, mapping) => {
  const { createdDate, resourceContainers, resource } = told;
  const { stage } = resource;
  const standing = standingOf(stage.state, stage.result);
  if (standing === undefined) {
    return ignored(`a stage that is "${stage.result ?? stage.state}" deploys nothing`);
  }
  const names = [stage.name, stage.displayName].filter((name) => typeof name === 'string');
  const project = resourceContainers?.project?.name;
  const ran = { ...ranOf(resource.run), stage: names, project };
  return runDeployments(rulesForParts(mapping, 'stage'), ran, 'unknown', {
    ...statedOf(resource.run),
    ...standing,
    id: `${resource.run.id}/${tidyName(stage.name, 400) ?? ''}`,
    startedAt: hasBegun(standing) ? createdDate : undefined,
    finishedAt: hasBegun(standing) ? undefined : createdDate,
    updatedAt: createdDate,
  });
});

type Standing = { readonly status: string } | { readonly retracted: true };

/**
 * Waiting and not started it has done nothing yet; one that is being cancelled will say how it ended.
 * What was skipped in the end may have been told to be running, and is taken back.
 */
function standingOf(state: string, result: string | null | undefined): Standing | undefined {
  if (state === 'completed') {
    const status = outcomeOf(result);
    if (status !== undefined) return { status };
    return result === 'skipped' ? { retracted: true } : undefined;
  }
  return state === 'inProgress' || state === 'running' ? { status: 'in_progress' } : undefined;
}

const hasBegun = (standing: Standing) => 'status' in standing && standing.status === 'in_progress';

const selfOf = ({ resources }: Run) => resources?.repositories?.self;

function ranOf(told: Run) {
  const repository = selfOf(told)?.repository?.fullName ?? undefined;
  return {
    repository,
    service: repository === undefined ? told.pipeline.name : undefined,
    workflow: told.pipeline.name,
    ...namedBy(selfOf(told)?.refName),
  };
}

function statedOf(told: Run) {
  return {
    source: 'azure-devops',
    repository: selfOf(told)?.repository?.fullName ?? undefined,
    sha: shaOf(selfOf(told)?.version),
    version: tidyName(told.name, 500),
    url: webLink(told._links?.web?.href),
  };
}

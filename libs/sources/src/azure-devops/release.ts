import { z } from 'zod';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { shaOf } from './git-ref.js';
import { actorOf, identity, links, notification, time } from './notification.js';
import { outcomeOf } from './outcome.js';

const reference = z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish();

const artifact = z.object({
  isPrimary: z.boolean().nullish(),
  /** `sourceVersion` of what a build made; `version` of what comes from a repository as it is. */
  definitionReference: z
    .object({ sourceVersion: reference, version: reference, branch: reference })
    .nullish(),
});

const definition = z.object({ name: z.string().nullish() }).nullish();

const payload = notification(
  z.object({
    environment: z.object({
      id: z.int(),
      name: z.string(),
      status: z.string(),
      deploySteps: z.array(z.object({ attempt: z.int().nullish(), queuedOn: time })).nullish(),
      release: z.object({ name: z.string().nullish(), _links: links }).nullish(),
      releaseDefinition: definition,
    }),
    deployment: z
      .object({
        attempt: z.int().nullish(),
        deploymentStatus: z.string().nullish(),
        startedOn: time,
        completedOn: time,
        requestedFor: identity.nullish(),
      })
      .nullish(),
    release: z
      .object({
        artifacts: z.array(artifact).nullish(),
        releaseDefinition: definition,
      })
      .nullish(),
    project: z.object({ name: z.string().nullish() }).nullish(),
  }),
);

type Told = z.output<typeof payload>;

/** `ms.vss-release.deployment-started-event` of a classic release pipeline. */
export const readDeploymentStarted = reading(payload, (told, mapping) => {
  // Only so is it certain to be the one that will end: the ids of both name the attempt.
  if (attemptOf(told) === undefined) return ignored('it does not say which attempt started');
  return runDeployments(mapping, ranOf(told), 'deployment', {
    ...statedOf(told),
    status: 'in_progress',
    startedAt: startedAtOf(told) ?? told.createdDate,
  });
});

/** `ms.vss-release.deployment-completed-event` */
export const readDeploymentCompleted = reading(payload, (told, mapping) => {
  const { deployment, environment } = told.resource;
  if (deployment?.deploymentStatus === 'notDeployed') {
    // Only so is it certain not to be an earlier attempt, which did deploy.
    if (attemptOf(told) === undefined) return ignored('nothing was deployed: it was not approved');
    // It may have been told to start.
    return runDeployments(mapping, ranOf(told), 'deployment', {
      ...statedOf(told),
      retracted: true,
    });
  }
  const status = outcomeOf(environment.status);
  if (status === undefined) return ignored(`the status "${environment.status}" is no end`);
  return runDeployments(mapping, ranOf(told), 'deployment', {
    ...statedOf(told),
    status,
    startedAt: startedAtOf(told),
    finishedAt: deployment?.completedOn ?? told.createdDate,
  });
});

function ranOf({ resource, resourceContainers }: Told) {
  const { environment, release, project } = resource;
  const pipeline =
    release?.releaseDefinition?.name ?? environment.releaseDefinition?.name ?? undefined;
  return {
    service: pipeline,
    workflow: pipeline,
    environment: environment.name,
    stage: environment.name,
    project: project?.name ?? resourceContainers?.project?.name,
    branch: primaryOf(resource.release)?.branch?.name?.replace('refs/heads/', ''),
  };
}

/** A stage of a release has an id of its own; deployed again it is another attempt at the same. */
function statedOf(told: Told) {
  const { environment, release, deployment } = told.resource;
  const attempt = attemptOf(told) ?? 1;
  const primary = primaryOf(release);
  return {
    source: 'azure-devops',
    id: attempt > 1 ? `${environment.id}/${attempt}` : String(environment.id),
    sha: shaOf(primary?.sourceVersion?.id) ?? shaOf(primary?.version?.id),
    version: tidyName(environment.release?.name, 500),
    updatedAt: told.createdDate,
    url: webLink(environment.release?._links?.web?.href),
    actor: actorOf(deployment?.requestedFor),
  };
}

function attemptOf({ resource: { deployment, environment } }: Told): number | undefined {
  return deployment?.attempt ?? lastStepOf(environment)?.attempt ?? undefined;
}

function startedAtOf({ resource: { deployment, environment } }: Told): string | undefined {
  return deployment?.startedOn ?? lastStepOf(environment)?.queuedOn;
}

function lastStepOf({ deploySteps }: Told['resource']['environment']) {
  return (deploySteps ?? []).toSorted((a, b) => (a.attempt ?? 0) - (b.attempt ?? 0)).at(-1);
}

function primaryOf(release: Told['resource']['release']) {
  const artifacts = release?.artifacts ?? [];
  const [only] = artifacts.length === 1 ? artifacts : [];
  return (artifacts.find(({ isPrimary }) => isPrimary) ?? only)?.definitionReference;
}

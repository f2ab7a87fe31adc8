import { z } from 'zod';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { namedBy, shaOf } from './git-ref.js';
import { actorOf, identity, links, notification, time } from './notification.js';
import { outcomeOf } from './outcome.js';

/** `build.complete`, of resource version 1.0 or 2.0. */
const payload = notification(
  z.object({
    id: z.int(),
    buildNumber: z.string().nullish(),
    /** In version 1.0 how it ended, in 2.0 that it did. */
    status: z.string(),
    result: z.string().nullish(),
    startTime: time,
    finishTime: time,
    reason: z.string().nullish(),
    sourceBranch: z.string().nullish(),
    sourceVersion: z.string().nullish(),
    /** Version 1.0, of a git repository: `LG:refs/heads/main:<sha>`. */
    sourceGetVersion: z.string().nullish(),
    definition: z.object({ name: z.string() }),
    project: z.object({ name: z.string().nullish() }).nullish(),
    repository: z
      .object({
        id: z.string().nullish(),
        name: z.string().nullish(),
        url: z.string().nullish(),
      })
      .nullish(),
    requestedFor: identity.nullish(),
    _links: links,
  }),
);

type Build = z.output<typeof payload>['resource'];

/** A build ended, or a run of a pipeline, which is a build too and has the same id. */
export const readBuild = reading(payload, (told, mapping) => {
  const { resource: build, createdDate, resourceContainers } = told;
  const status = outcomeOf(build.result ?? build.status);
  if (status === undefined) return ignored(`the result "${build.result}" deploys nothing`);
  const [, ref, version] = /^LG:(refs\/.+):([^:]+)$/.exec(build.sourceGetVersion ?? '') ?? [];
  const repository = repositoryOf(build);
  const run = {
    repository,
    service: repository ? undefined : build.definition.name,
    project: build.project?.name ?? resourceContainers?.project?.name,
    workflow: build.definition.name,
    trigger: build.reason,
    ...namedBy(build.sourceBranch ?? ref),
  };
  return runDeployments(mapping, run, 'unknown', {
    source: 'azure-devops',
    id: String(build.id),
    repository,
    sha: shaOf(build.sourceVersion ?? version),
    version: tidyName(build.buildNumber, 500),
    status,
    startedAt: build.startTime,
    finishedAt: build.finishTime ?? createdDate,
    updatedAt: createdDate,
    url: webLink(build._links?.web?.href),
    actor: actorOf(build.requestedFor),
  });
});

/** Of a repository elsewhere the id is its name (`acme/shop`); of one of Azure Repos it is a UUID. */
function repositoryOf({ repository }: Build): string | undefined {
  const { id, name, url } = repository ?? {};
  return url ?? name ?? (id?.includes('/') ? id : undefined);
}

import { z } from 'zod';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';

/** https://octopus.com/docs/administration/managing-infrastructure/subscriptions */
export const payload = z.object({
  Payload: z.object({
    BatchId: z.string().nullish(),
    ServerUri: z.string().nullish(),
    Event: z.object({
      Id: z.string(),
      Category: z.string(),
      Occurred: z.string(),
      SpaceId: z.string().nullish(),
      Username: z.string().nullish(),
      Message: z.string().nullish(),
      /** Which parts of the message are the names of which documents: the only place that has names. */
      MessageReferences: z
        .array(
          z.object({
            ReferencedDocumentId: z.string(),
            StartIndex: z.int().min(0),
            Length: z.int().min(0),
          }),
        )
        .nullish(),
      RelatedDocumentIds: z.array(z.string()).nullish(),
    }),
  }),
});

type Event = z.output<typeof payload>['Payload']['Event'];

const STATUS_OF_CATEGORY = new Map([
  ['DeploymentQueued', 'in_progress'],
  ['DeploymentStarted', 'in_progress'],
  ['DeploymentResumed', 'in_progress'],
  ['DeploymentSucceeded', 'succeeded'],
  ['DeploymentFailed', 'failed'],
  ['TaskCanceled', 'cancelled'],
]);

export const DEPLOYMENT_EVENTS: readonly string[] = [...STATUS_OF_CATEGORY.keys()];

/** A deployment of a release of a project to an environment, under one id from start to end. */
export const readDeployment = reading(
  payload,
  ({ Payload: { Event: event, ServerUri } }, mapping) => {
    const status = STATUS_OF_CATEGORY.get(event.Category);
    if (status === undefined) return ignored(`nothing is measured from "${event.Category}"`);
    const id = documentOf(event, 'Deployments');
    if (id === undefined) return ignored('it is of no deployment');
    const project = nameOf(event, 'Projects') ?? documentOf(event, 'Projects');
    const run = {
      service: project,
      project,
      environment: nameOf(event, 'Environments') ?? documentOf(event, 'Environments'),
    };
    return runDeployments(mapping, run, 'deployment', {
      source: 'octopus',
      id: tidyName(event.SpaceId ? `${event.SpaceId}/${id}` : id, 500) ?? id,
      version: tidyName(nameOf(event, 'Releases'), 500),
      status,
      startedAt: status === 'in_progress' ? event.Occurred : undefined,
      finishedAt: status === 'in_progress' ? undefined : event.Occurred,
      updatedAt: event.Occurred,
      url: pageOf(ServerUri, event.SpaceId, id),
      actor: event.Username ?? undefined,
    });
  },
);

/** `Deployments-12519` among the documents that the event is about. */
function documentOf({ RelatedDocumentIds: ids }: Event, kind: string): string | undefined {
  return ids?.find((id) => id.startsWith(`${kind}-`));
}

function nameOf({ Message: message, MessageReferences: references }: Event, kind: string) {
  const found = references?.find(({ ReferencedDocumentId: id }) => id.startsWith(`${kind}-`));
  return found && message?.slice(found.StartIndex, found.StartIndex + found.Length);
}

function pageOf(server: string | null | undefined, space: string | null | undefined, id: string) {
  if (!server || !space) return undefined;
  const root = server.endsWith('/') ? server.slice(0, -1) : server;
  return webLink(`${root}/app#/${space}/deployments/${id}`);
}

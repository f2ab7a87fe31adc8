import { z } from 'zod';
import { ignored } from '../source.js';
import { tidyName } from '../tidy.js';
import { reference, readingContent } from './cd-event.js';
import { deploymentsOf, statusOf } from './deployments.js';
import { revisionOf } from './revision.js';

/** https://github.com/cdevents/spec/blob/main/continuous-deployment.md */
const content = z.object({ environment: reference, artifactId: z.string().nullish() });

/**
 * Which predicates deploy. `published` says that what runs can be reached, mostly beside `deployed`
 * for the same release: it is a deployment only where a rule says so.
 */
const DEPLOYS = new Map<string, 'deployment' | 'unknown'>([
  ['deployed', 'deployment'],
  ['upgraded', 'deployment'],
  ['rolledback', 'deployment'],
  ['published', 'unknown'],
]);

export const readService = readingContent(content, (event, mapping) => {
  const { context, subject, predicate, customData: told } = event;
  const toolSays = DEPLOYS.get(predicate);
  if (toolSays === undefined) return ignored(`service.${predicate} deploys nothing`);
  const { environment, artifactId } = subject.content;
  const revision = revisionOf(told, artifactId);
  const run = {
    service: subject.id,
    environment: environment.id,
    repository: revision.repository,
    branch: told.branch,
    trigger: `service.${predicate}`,
  };
  const tells = {
    id: tidyName(told.deploymentId ?? context.id, 500),
    ...revision,
    artifact: tidyName(artifactId, 2048),
    status: statusOf(told.outcome),
    finishedAt: context.timestamp,
    ...(predicate === 'rolledback' && { kind: 'rollback' }),
  };
  return deploymentsOf(event, { run, toolSays, tells }, mapping);
});

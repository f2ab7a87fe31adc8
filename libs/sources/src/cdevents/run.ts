import { z } from 'zod';
import { rulesForParts } from '../mapping/rules-for-parts.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { type CdEvent, type CdEventReader, reference, readingContent } from './cd-event.js';
import { OUTCOMES } from './custom-data.js';
import { deploymentsOf, statusOf } from './deployments.js';
import { revisionOf } from './revision.js';

/** https://github.com/cdevents/spec/blob/main/core.md: pipelineRun and taskRun. */
const content = z.object({
  pipelineName: z.string().nullish(),
  taskName: z.string().nullish(),
  pipelineRun: reference.nullish(),
  /** Of a task any text, by its schema. */
  outcome: z.string().nullish(),
  /** Until 0.4. */
  url: z.string().nullish(),
  /** Since 0.5. */
  uri: z.string().nullish(),
});

const outcome = z.enum(OUTCOMES);

/** A run of a pipeline or of a task is a deployment where a rule says so. */
export const readRun: CdEventReader = readingContent(content, (event, mapping) => {
  const { context, subject, predicate, customData: told } = event;
  const said = subject.content;
  const ended = endOf(event);
  if (ended === undefined) return ignored(`the outcome "${said.outcome}" is not known`);
  const revision = revisionOf(told, undefined);
  const run = {
    workflow: said.pipelineName,
    job: said.taskName,
    service: told.service,
    environment: told.environment,
    repository: revision.repository,
    branch: told.branch,
  };
  const tells = {
    id: tidyName(told.deploymentId ?? subject.id, 500),
    ...revision,
    ...(predicate === 'started' && { startedAt: context.timestamp }),
    ...ended,
    url: webLink(said.uri) ?? webLink(said.url),
  };
  const rules = said.taskName ? rulesForParts(mapping, 'job') : mapping;
  return deploymentsOf(event, { run, toolSays: 'unknown', tells }, rules);
});

/** How far it is; `undefined` where its end is of no kind that is known. */
function endOf({ context, subject, predicate }: CdEvent<z.output<typeof content>>) {
  if (predicate !== 'finished') return { status: 'in_progress' };
  const parsed = outcome.safeParse(subject.content.outcome?.toLowerCase());
  if (!parsed.success) return undefined;
  return { status: statusOf(parsed.data), finishedAt: context.timestamp };
}

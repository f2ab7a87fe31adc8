import { z } from 'zod';
import { deploymentTargets } from '../mapping/deployment-targets.js';
import type { Mapping } from '../mapping/mapping.js';
import { type EventInput, events, ignored, type Normalised } from '../source.js';
import { reading } from '../reading.js';
import { tidyName, webLink } from '../tidy.js';

// OTLP in JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding) and the conventions
// for CICD, VCS and deployments (https://opentelemetry.io/docs/specs/semconv/registry/attributes/cicd/).

const attributes = z
  .array(z.object({ key: z.string(), value: z.object({ stringValue: z.string().optional() }) }))
  .default([])
  .transform((list) => new Map(list.map(({ key, value }) => [key, value.stringValue])));

/** 64 bits do not fit a number of JSON, so they are text. */
const nanoseconds = z
  .union([z.string().regex(/^\d{1,19}$/), z.number()])
  .transform((value) => Math.round(Number(value) / 1e6));

const span = z.object({
  spanId: z.string(),
  startTimeUnixNano: nanoseconds,
  endTimeUnixNano: nanoseconds,
  attributes,
  status: z.object({ code: z.number().optional() }).default({}),
});

const traces = z.object({
  resourceSpans: z
    .array(
      z.object({
        resource: z.object({ attributes }).default({ attributes: new Map() }),
        scopeSpans: z.array(z.object({ spans: z.array(span).default([]) })).default([]),
      }),
    )
    .default([]),
});

/** STATUS_CODE_ERROR */
const ERROR = 2;

const STATUSES = new Map([
  ['success', 'succeeded'],
  ['succeeded', 'succeeded'],
  ['failure', 'failed'],
  ['failed', 'failed'],
  ['error', 'failed'],
  ['timeout', 'failed'],
  ['cancellation', 'cancelled'],
]);

/** The deployments among spans. Experimental: the conventions are not stable. */
export const readTraces = reading(traces, ({ resourceSpans }, mapping): Normalised => {
  const deployments = resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.flatMap((one) => deploymentsOf(one, resource.attributes, mapping)),
    ),
  );
  return deployments.length === 0 ? ignored('no span is a deployment') : events(...deployments);
});

function deploymentsOf(
  { spanId, startTimeUnixNano, endTimeUnixNano, attributes: own, status }: z.output<typeof span>,
  shared: ReadonlyMap<string, string | undefined>,
  mapping: Mapping,
): EventInput[] {
  const told = (...keys: readonly string[]) =>
    keys.map((key) => own.get(key) ?? shared.get(key)).find((value) => value !== undefined);
  // A trace has the environment of its emitter on every span; only one that deploys is a deployment.
  const deploys =
    own.get('cicd.pipeline.task.type') === 'deploy' ||
    own.get('cicd.pipeline.action.name') === 'SYNC';
  const result = told('cicd.pipeline.task.run.result', 'cicd.pipeline.result', 'deployment.status');
  const outcome =
    result === undefined
      ? status.code === ERROR
        ? 'failed'
        : 'succeeded'
      : STATUSES.get(result.toLowerCase());
  if (!deploys || outcome === undefined) return [];
  const repository = told('vcs.repository.url.full', 'vcs.repository.name');
  const run = {
    service: told('service.name'),
    environment: told('deployment.environment.name'),
    workflow: told('cicd.pipeline.name'),
    job: told('cicd.pipeline.task.name'),
    branch: told('vcs.ref.head.name'),
    repository,
  };
  const says = run.environment === undefined ? 'unknown' : 'deployment';
  return deploymentTargets(mapping, run, says).map((target) => ({
    type: 'deployment',
    source: 'otlp',
    id: tidyName(
      told('deployment.id', 'cicd.pipeline.task.run.id', 'cicd.pipeline.run.id') ?? spanId,
      500,
    ),
    ...target,
    repository,
    sha: told('vcs.ref.head.revision'),
    status: outcome,
    startedAt: startTimeUnixNano,
    finishedAt: endTimeUnixNano,
    updatedAt: endTimeUnixNano,
    url: webLink(told('cicd.pipeline.task.run.url.full', 'cicd.pipeline.run.url.full')),
  }));
}

import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import type { Run } from '../mapping/deployment-rule.js';
import type { Mapping } from '../mapping/mapping.js';
import { type EventInput, events, ignored, type Normalised } from '../source.js';
import { tidyLabels, tidyName } from '../tidy.js';
import type { CdEvent } from './cd-event.js';
import type { CustomData } from './custom-data.js';

/** What an event says of a run, in the words of the configuration's rules. */
export interface ToldRun {
  readonly run: Run;
  readonly toolSays: 'deployment' | 'unknown';
  /** The fields of the deployment that it tells, should it be one. */
  readonly tells: Readonly<Record<string, unknown>>;
}

/** The deployments that a run is, by the rules of the configuration: none, one, or one a service. */
export function deploymentsOf(
  { context, customData: told }: CdEvent<unknown>,
  { run, toolSays, tells }: ToldRun,
  mapping: Mapping,
): Normalised {
  const targets = deploymentTargets(mapping, run, toolSays);
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  return events(
    ...targets.map((target): EventInput => ({
      type: 'deployment',
      source: 'cdevents',
      updatedAt: context.timestamp,
      version: tidyName(told.version, 500),
      startedAt: told.startedAt,
      fixes: told.fixes,
      labels: tidyLabels(told.labels ?? []),
      ...tells,
      ...target,
    })),
  );
}

/** Whoever sends no outcome tells of what went well. */
export function statusOf(outcome: CustomData['outcome']) {
  switch (outcome) {
    case undefined:
    case 'success':
      return 'succeeded';
    case 'cancel':
      return 'cancelled';
    case 'failure':
    case 'error':
      return 'failed';
  }
}

import type { Conditions, Told } from './conditions.js';

/** What a tool may tell of something that may be a deployment; each is a condition of a rule too. */
export const RUN_PROPERTIES = [
  'repository',
  'project',
  'workflow',
  'job',
  'stage',
  'branch',
  'tag',
  'environment',
  'service',
  'trigger',
] as const;

export type RunProperty = (typeof RUN_PROPERTIES)[number];

/**
 * Something that ran, by the names of the tool it ran in: `workflow` is a pipeline or a build
 * definition too, `service` what the tool itself takes for the application, `trigger` why it ran.
 */
export type Run = Told<RunProperty>;

/** A rule of `sources.*.deployments`: which runs deploy what to where. */
export interface DeploymentRule {
  readonly when: Conditions<RunProperty>;
  /** Left out: what `{service}` captured, or what the run names. */
  readonly service?: readonly string[] | undefined;
  /** Left out: what `{environment}` captured, or what the run names, or `production`. */
  readonly environment?: string | undefined;
  readonly kind?: 'deploy' | 'rollback' | 'hotfix' | undefined;
  /** It is no deployment, whatever the tool says. */
  readonly ignore: boolean;
}

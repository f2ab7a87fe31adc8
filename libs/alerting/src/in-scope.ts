import type { Alert } from '@throughline/dora';
import type { AlertScope } from '@throughline/service-kit';

/** What of something decides whether it is meant. */
export interface About {
  readonly service?: string | undefined;
  readonly team?: string | undefined;
  readonly tier?: number | undefined;
  readonly environment?: string | undefined;
}

/** The environments of each class that the configuration has; `production` is always one. */
export type EnvironmentClasses = Readonly<Record<string, readonly string[]>>;

/**
 * Whether a scope of the configuration means something. A list that is not there means all, but for
 * environments, where it means production.
 */
export function isInScope(scope: AlertScope, about: About, classes: EnvironmentClasses): boolean {
  return (
    means(scope.service, about.service) &&
    means(scope.team, about.team) &&
    means(scope.tier, about.tier) &&
    (about.environment === undefined || environmentsOf(scope, classes).includes(about.environment))
  );
}

function means<Value>(wanted: readonly Value[] | undefined, value: Value | undefined): boolean {
  return (
    wanted === undefined || wanted.length === 0 || (value !== undefined && wanted.includes(value))
  );
}

/** The environments that a scope is about. */
export function environmentsOf(
  { environment }: AlertScope,
  classes: EnvironmentClasses,
): readonly string[] {
  if (environment === undefined || environment.length === 0) return classes['production'] ?? [];
  return [...new Set(environment.flatMap((name) => classes[name] ?? [name]))];
}

/** What an alert is about, as far as scopes go. */
export function aboutOf({ subject, team, tier }: Alert): About {
  return {
    service: subject.service,
    team: team ?? subject.team,
    tier,
    environment: subject.environment,
  };
}

import type { IncidentEvent } from '@throughline/events';
import type { OraclePeriod } from './calendar.js';
import type { OracleCatalogue } from './catalogue.js';
import type { Place } from './places.js';
import type { OracleQuestion } from './question.js';
import type { World } from './world.js';

/** Anything that belongs to groups. */
export interface Thing extends Place {
  readonly repository?: string | undefined;
}

/** What a question is about, and which group each thing is in at which time. */
export class OracleScope {
  constructor(
    private readonly question: OracleQuestion,
    private readonly catalogue: OracleCatalogue,
    private readonly world: World,
  ) {}

  /** The groups of a thing: one, or none if it is not asked for. */
  groupsOf({ service, environment, repository }: Thing, at: number): (string | null)[] {
    const { environments, services, teams, repositories, groupBy } = this.question;
    const from = repository ?? this.catalogue.repositoryOf(service);
    const team = this.catalogue.teamAt(service, at);
    const isAskedFor =
      environments.includes(environment) &&
      (services?.includes(service) ?? true) &&
      (teams?.includes(team ?? '') ?? true) &&
      (repositories?.includes(from ?? '') ?? true);
    if (!isAskedFor) return [];
    const groups = { none: null, service, environment, team, repository: from };
    return [groups[groupBy] ?? null];
  }

  /** An incident of several services is in the group of each; one of none is in no service's. */
  groupsOfIncident(incident: IncidentEvent): (string | null)[] {
    const { environments, services, teams, repositories, groupBy } = this.question;
    const environment = this.environmentOf(incident);
    if (environment === undefined || !environments.includes(environment)) return [];
    if (incident.services.length === 0) {
      if (services ?? teams ?? repositories) return [];
      return [groupBy === 'environment' ? environment : null];
    }
    return incident.services.flatMap((service) =>
      this.groupsOf({ service, environment }, incident.openedAt),
    );
  }

  /** One that says nothing of it happened in production: in what is asked for and used of that. */
  private environmentOf({ environment }: IncidentEvent): string | undefined {
    const { environments, production } = this.question;
    const asked = environments.filter((one) => production.includes(one));
    const used = (one: string) =>
      this.world.deployments.some((deployment) => deployment.environment === one);
    return environment ?? asked.find(used) ?? asked[0];
  }
}

/** One row: a group in a period. */
export class OracleRow {
  constructor(
    readonly period: OraclePeriod,
    private readonly group: string | null,
    private readonly scope: OracleScope,
  ) {}

  has(thing: Thing, at: number): boolean {
    return this.scope.groupsOf(thing, at).includes(this.group);
  }

  concerns(incident: IncidentEvent): boolean {
    return this.scope.groupsOfIncident(incident).includes(this.group);
  }

  spans(at: number | undefined): boolean {
    return at !== undefined && at >= this.period.start && at < this.period.end;
  }

  /** The last moment that is in it. */
  get last(): number {
    return this.period.end - 1;
  }
}

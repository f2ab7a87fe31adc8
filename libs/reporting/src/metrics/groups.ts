import { compareText, type Incident } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { Catalogue } from '../catalogue/catalogue.js';
import { isInScope, type ReportScope } from '../scope/report-scope.js';
import type { Grouping } from './metrics-parameters.js';

/** What a group is told from. */
interface Grouped {
  readonly service: string;
  readonly environment: string;
  readonly repository?: string | undefined;
}

/** The group of what belongs to none: a service without a team, a deployment without a repository. */
export const NO_GROUP = '';

/**
 * Sorts deployments and incidents into the groups of a question. Whose a service is depends on the
 * moment: what it did stays with the team that it belonged to then.
 */
export class Groups {
  constructor(
    private readonly grouping: Grouping,
    private readonly catalogue: Catalogue,
    private readonly scope: ReportScope,
    /** Where an incident is taken to have happened that does not say; none: it is not asked for. */
    private readonly unsaidEnvironment: string | undefined,
  ) {}

  keyOf(of: Grouped, at: Instant): string {
    switch (this.grouping) {
      case 'none':
        return NO_GROUP;
      case 'service':
        return of.service;
      case 'team':
        return this.catalogue.teamAt(of.service, at) ?? NO_GROUP;
      case 'repository':
        return this.repositoryOf(of) ?? NO_GROUP;
      case 'environment':
        return of.environment;
    }
  }

  /** A deployment that does not name its repository comes from its service's. */
  repositoryOf({
    service,
    repository,
  }: Pick<Grouped, 'service' | 'repository'>): string | undefined {
    return repository ?? this.catalogue.find(service)?.repository;
  }

  /** The group as the answer names it. */
  label(key: string): Record<string, string | null> {
    if (this.grouping === 'none') return {};
    return { [this.grouping]: key === NO_GROUP ? null : key };
  }

  /** An incident counts once in every group that it concerns. */
  incidentsByKey(incidents: readonly Incident[]): ReadonlyMap<string, readonly Incident[]> {
    const byKey = new Map<string, Incident[]>();
    for (const incident of incidents) {
      for (const key of this.keysOf(incident)) {
        const ofKey = byKey.get(key);
        if (ofKey === undefined) byKey.set(key, [incident]);
        else ofKey.push(incident);
      }
    }
    return byKey;
  }

  /** Whether the question asks for an incident; one that names no service is everybody's. */
  concerns(incident: Incident): boolean {
    if (this.environmentOf(incident) === undefined) return false;
    if (incident.services.length > 0) return this.concernedServices(incident).length > 0;
    return this.scope.everyService && this.scope.everyRepository;
  }

  private environmentOf({ environment }: Incident): string | undefined {
    if (environment === undefined) return this.unsaidEnvironment;
    return this.scope.environments.includes(environment) ? environment : undefined;
  }

  private concernedServices({ services, openedAt }: Incident): readonly string[] {
    return services.filter((service) => this.asksFor({ service }, openedAt));
  }

  /** Whether the question asks for what a service did then and, if it is told, from a repository. */
  asksFor(of: Pick<Grouped, 'service' | 'repository'>, at: Instant): boolean {
    return (
      isInScope(this.scope, of.service, this.repositoryOf(of)) && this.isOfTeams(of.service, at)
    );
  }

  /** Whether a service was one of the teams' that are asked for. */
  isOfTeams(service: string, at: Instant): boolean {
    return this.asksForTeam(this.catalogue.teamAt(service, at) ?? NO_GROUP);
  }

  asksForTeam(team: string): boolean {
    return this.scope.everyTeam || this.scope.teams.includes(team);
  }

  /**
   * Every group that has a row: what is deployed, what the catalogue knows, what happened.
   *
   * @param at whose services are then
   */
  keys(
    found: {
      readonly places: readonly Grouped[];
      readonly incidents: readonly Incident[];
      readonly others: Iterable<string>;
    },
    at: Instant,
  ): readonly string[] {
    if (this.grouping === 'none') return [NO_GROUP];
    const keys = new Set([
      ...found.places
        .filter((place) => this.asksFor(place, at))
        .map((place) => this.keyOf(place, at)),
      ...this.incidentsByKey(found.incidents).keys(),
      ...found.others,
      ...this.keysOfCatalogue(at),
    ]);
    // What belongs to no group comes last.
    return [...keys].sort(
      (a, b) => Number(a === NO_GROUP) - Number(b === NO_GROUP) || compareText(a, b),
    );
  }

  private keysOfCatalogue(at: Instant): readonly string[] {
    if (this.grouping === 'environment') return [];
    return this.catalogue.entries
      .map(({ name, repository }) => ({ service: name, environment: '', repository }))
      .filter((entry) => this.asksFor(entry, at))
      .map((entry) => this.keyOf(entry, at));
  }

  private keysOf(incident: Incident): ReadonlySet<string> {
    const environment = this.environmentOf(incident) ?? NO_GROUP;
    if (incident.services.length === 0) {
      const everybody = this.grouping === 'environment' ? environment : NO_GROUP;
      return new Set([everybody]);
    }
    return new Set(
      this.concernedServices(incident).map((service) =>
        this.keyOf({ service, environment }, incident.openedAt),
      ),
    );
  }
}

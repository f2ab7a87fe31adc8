import { pathPattern, teamAt, type Tenure } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { PathPatterns, TeamScope } from '@throughline/store';

/** What is known of a service. */
export interface CatalogueEntry {
  readonly name: string;
  /** Whose it is now. */
  readonly team?: string | undefined;
  /** Whose it was when, earliest first. */
  readonly tenures: readonly Tenure[];
  readonly owner?: string | undefined;
  readonly repository?: string | undefined;
  readonly paths: readonly string[];
  readonly tier?: number | undefined;
  readonly runbookUrl?: string | undefined;
  readonly sloUrl?: string | undefined;
  readonly dashboardUrl?: string | undefined;
  readonly onboardedAt?: Instant | undefined;
}

/** The services and whose they are and were. */
export class Catalogue {
  private readonly byName: ReadonlyMap<string, CatalogueEntry>;

  constructor(readonly entries: readonly CatalogueEntry[]) {
    this.byName = new Map(entries.map((entry) => [entry.name, entry]));
  }

  find(service: string): CatalogueEntry | undefined {
    return this.byName.get(service);
  }

  teamAt(service: string, instant: Instant): string | undefined {
    return teamAt(this.find(service)?.tenures ?? [], instant);
  }

  /** The services that were ever a team's. */
  servicesEverOf(team: string): readonly string[] {
    return this.entries
      .filter(({ tenures }) => tenures.some((tenure) => tenure.team === team))
      .map(({ name }) => name);
  }

  /**
   * Whose each service was when, as the store's queries take it.
   *
   * @param asked the teams that a question is about; all if it does not say
   */
  teamScope(asked: readonly string[] | undefined): TeamScope {
    const owned = this.entries.filter(({ tenures }) => tenures.length > 0);
    let offset = 1;
    const tenureOffsets = owned.map(({ tenures }) => {
      const own = offset;
      offset += tenures.length;
      return own;
    });
    return {
      tenureServices: owned.map(({ name }) => name),
      tenureOffsets,
      tenureCounts: owned.map(({ tenures }) => tenures.length),
      tenureStarts: owned.flatMap(({ tenures }) =>
        tenures.map(({ since }, index) => (index === 0 ? 0 : since)),
      ),
      tenureTeams: owned.flatMap(({ tenures }) => tenures.map(({ team }) => team ?? '')),
      everyTeam: asked === undefined,
      teams: [...(asked ?? [])],
    };
  }

  pathPatterns(): PathPatterns {
    const withPaths = this.entries.filter(({ paths }) => paths.length > 0);
    return {
      pathServices: withPaths.map(({ name }) => name),
      pathPatterns: withPaths.map(({ paths }) => pathPattern(paths)),
    };
  }
}

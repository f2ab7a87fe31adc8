import { pathPattern, teamAt, type Tenure } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { PathPatterns, TeamScope } from '@throughline/store';

/** What is known of a service. */
export interface CatalogueEntry {
  readonly name: string;
  /** Whose it is now. */
  readonly team?: string | undefined;
  readonly owner?: string | undefined;
  readonly repository?: string | undefined;
  readonly paths: readonly string[];
  readonly tier?: number | undefined;
  readonly runbookUrl?: string | undefined;
  readonly sloUrl?: string | undefined;
  readonly dashboardUrl?: string | undefined;
  readonly onboardedAt?: Instant | undefined;
}

/** Whose each service was when, by its name; the tenures of one earliest first. */
export type Tenures = ReadonlyMap<string, readonly Tenure[]>;

/** The services and whose they are and were. */
export class Catalogue {
  private readonly byName: ReadonlyMap<string, CatalogueEntry>;

  /**
   * @param entries the services that there are now
   * @param tenures theirs, and those of services that were withdrawn: what these did stays with
   *   whom they belonged to
   */
  constructor(
    readonly entries: readonly CatalogueEntry[],
    private readonly tenures: Tenures,
  ) {
    this.byName = new Map(entries.map((entry) => [entry.name, entry]));
  }

  find(service: string): CatalogueEntry | undefined {
    return this.byName.get(service);
  }

  teamAt(service: string, instant: Instant): string | undefined {
    return teamAt(this.tenures.get(service) ?? [], instant);
  }

  /** The services that were ever a team's. */
  servicesEverOf(team: string): readonly string[] {
    return [...this.tenures]
      .filter(([, tenures]) => tenures.some((tenure) => tenure.team === team))
      .map(([service]) => service);
  }

  /**
   * Whose each service was when, as the store's queries take it.
   *
   * @param asked the teams that a question is about; all if it does not say
   */
  teamScope(asked: readonly string[] | undefined): TeamScope {
    const ofEach = [...this.tenures.values()];
    let offset = 1;
    const tenureOffsets = ofEach.map(({ length }) => {
      const own = offset;
      offset += length;
      return own;
    });
    return {
      tenureServices: [...this.tenures.keys()],
      tenureOffsets,
      tenureCounts: ofEach.map(({ length }) => length),
      tenureStarts: ofEach.flatMap((tenures) =>
        tenures.map(({ since }, index) => (index === 0 ? 0 : since)),
      ),
      tenureTeams: ofEach.flatMap((tenures) => tenures.map(({ team }) => team ?? '')),
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

import { pathPattern } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { PathPatterns } from '@throughline/store';

/** What is known of a service. */
export interface CatalogueEntry {
  readonly name: string;
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

/** The services and whose they are. */
export class Catalogue {
  private readonly byName: ReadonlyMap<string, CatalogueEntry>;

  constructor(readonly entries: readonly CatalogueEntry[]) {
    this.byName = new Map(entries.map((entry) => [entry.name, entry]));
  }

  find(service: string): CatalogueEntry | undefined {
    return this.byName.get(service);
  }

  servicesOf(team: string): readonly string[] {
    return this.entries.filter((entry) => entry.team === team).map(({ name }) => name);
  }

  /** Two lists of one length, as the store's queries take a mapping. */
  teams(): { readonly teamServices: string[]; readonly teams: string[] } {
    const owned = this.entries.filter(({ team }) => team !== undefined);
    return {
      teamServices: owned.map(({ name }) => name),
      teams: owned.map(({ team }) => team ?? ''),
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

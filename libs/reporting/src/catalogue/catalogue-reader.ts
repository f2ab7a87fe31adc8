import { Inject, Injectable } from '@nestjs/common';
import { compareText, groupBy, type Tenure, tenuresOfOwners } from '@throughline/dora';
import { type ClickHouseClient, readServiceVersions } from '@throughline/store';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { Catalogue, type CatalogueEntry } from './catalogue.js';

type ServiceVersion = Awaited<ReturnType<typeof readServiceVersions>>[number];

/** Reads the catalogue: what events say, and over it what throughline.yaml says. */
@Injectable()
export class CatalogueReader {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
  ) {}

  async read(): Promise<Catalogue> {
    const entries = new Map<string, CatalogueEntry>();
    const tenures = new Map<string, readonly Tenure[]>();
    const versions = groupBy(await readServiceVersions(this.client, {}), ({ name }) => name);
    for (const [name, ofService] of versions) {
      tenures.set(name, ofService.map(tenureOf));
      const current = ofService.at(-1);
      if (current !== undefined && !current.withdrawn) entries.set(name, current);
    }
    for (const [name, configured] of Object.entries(this.options.services)) {
      tenures.set(name, tenuresOfOwners(configured));
      // When a service came aboard only events can say.
      const { onboardedAt } = entries.get(name) ?? {};
      entries.set(name, { name, ...configured, onboardedAt });
    }
    return new Catalogue(
      [...entries.values()].sort((a, b) => compareText(a.name, b.name)),
      tenures,
    );
  }
}

function tenureOf({ since, team, withdrawn }: ServiceVersion): Tenure {
  return { since, team: withdrawn ? undefined : team };
}

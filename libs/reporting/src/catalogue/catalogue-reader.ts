import { Inject, Injectable } from '@nestjs/common';
import { type ClickHouseClient, readServices } from '@throughline/store';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { Catalogue, type CatalogueEntry } from './catalogue.js';

/** Reads the catalogue: what events say, and over it what throughline.yaml says. */
@Injectable()
export class CatalogueReader {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
  ) {}

  async read(): Promise<Catalogue> {
    const entries = new Map<string, CatalogueEntry>();
    for (const entry of await readServices(this.client, {})) entries.set(entry.name, entry);
    for (const [name, configured] of Object.entries(this.options.services)) {
      // When a service came aboard only events can say.
      const { onboardedAt } = entries.get(name) ?? {};
      entries.set(name, { name, ...configured, onboardedAt });
    }
    return new Catalogue([...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1)));
  }
}

import { Controller, Get, Inject, Query } from '@nestjs/common';
import { groupBy } from '@throughline/dora';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { type ClickHouseClient, readPlaces } from '@throughline/store';
import { z } from 'zod';
import { formatTime } from '../format-time.js';
import { noParameters } from '../no-parameters.js';
import { STORE_CLIENT } from '../reporting-options.js';
import { CatalogueReader } from './catalogue-reader.js';

const text = z.string().nullable();

/** A service: what the catalogue says of it, and where it is deployed. */
export const serviceItemSchema = z.object({
  name: z.string(),
  team: text,
  owner: text,
  repository: text,
  paths: z.array(z.string()),
  tier: z.int().nullable(),
  runbookUrl: text,
  sloUrl: text,
  dashboardUrl: text,
  onboardedAt: z.iso.datetime().nullable(),
  environments: z.array(
    z.object({
      environment: z.string(),
      deployments: z.int(),
      lastDeployedAt: z.iso.datetime().nullable(),
    }),
  ),
});

export type ServiceItem = z.infer<typeof serviceItemSchema>;

export const servicesAnswerSchema = z.object({ items: z.array(serviceItemSchema) });

type Place = Awaited<ReturnType<typeof readPlaces>>[number];

@Controller('v1/services')
@RequireScope('read')
export class ServicesController {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    private readonly catalogue: CatalogueReader,
  ) {}

  /** Every service of the catalogue, and every one that was ever deployed. */
  @Get()
  async list(@Query() query: unknown): Promise<{ readonly items: readonly ServiceItem[] }> {
    parseQuery(noParameters, query);
    const [catalogue, places] = await Promise.all([
      this.catalogue.read(),
      readPlaces(this.client, {}),
    ]);
    const placesOf = groupBy(places, ({ service }) => service);
    const names = new Set([
      ...catalogue.entries.map(({ name }) => name),
      ...places.map(({ service }) => service),
    ]);
    return {
      items: [...names].sort().map((name) => {
        const entry = catalogue.find(name);
        const ofService = placesOf.get(name) ?? [];
        return {
          name,
          team: entry?.team ?? null,
          owner: entry?.owner ?? null,
          repository: entry?.repository ?? repositoryOf(ofService) ?? null,
          paths: [...(entry?.paths ?? [])],
          tier: entry?.tier ?? null,
          runbookUrl: entry?.runbookUrl ?? null,
          sloUrl: entry?.sloUrl ?? null,
          dashboardUrl: entry?.dashboardUrl ?? null,
          onboardedAt: formatTime(entry?.onboardedAt),
          environments: ofService.map(({ environment, deployments, lastDeployedAt }) => ({
            environment,
            deployments,
            lastDeployedAt: formatTime(lastDeployedAt),
          })),
        };
      }),
    };
  }
}

/** Where the catalogue does not tell: a repository that a deployment named. */
function repositoryOf(places: readonly Place[]): string | undefined {
  return places.flatMap(({ repositories }) => repositories).find((name) => name !== undefined);
}

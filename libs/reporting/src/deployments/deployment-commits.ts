import { Inject, Injectable } from '@nestjs/common';
import { formatInstant } from '@throughline/events';
import { ProblemError } from '@throughline/service-kit';
import { type ClickHouseClient, readCommitsOf, readDeployment } from '@throughline/store';
import { z } from 'zod';
import { COMMIT_CLOCK } from './commit-clock.js';
import { exportParameters } from '../csv/csv-parameters.js';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { BEHIND_ALL, type Page, pageOf, pagingParameters, readCursor } from '../paging/paging.js';
import { STORE_CLIENT } from '../reporting-options.js';

export const deploymentCommitsParameters = z.strictObject({
  ...pagingParameters,
  ...exportParameters,
});

/** A commit that a deployment was the first to ship. */
export const shippedCommitSchema = z.object({
  repository: z.string(),
  sha: z.string(),
  authoredAt: z.iso.datetime(),
  merge: z.boolean(),
  leadSeconds: z.number().nullable().describe('null for a merge: it carries no lead time.'),
});

export type ShippedCommitItem = z.infer<typeof shippedCommitSchema>;

const position = z.tuple([z.int(), z.string(), z.string()]);

/** Names a deployment in an address. */
export interface DeploymentAddress {
  readonly service: string;
  readonly environment: string;
  readonly id: string;
}

/** Answers `GET /v1/deployments/{service}/{environment}/{id}/commits`. */
@Injectable()
export class DeploymentCommits {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    private readonly catalogue: CatalogueReader,
  ) {}

  async page(
    { service, environment, id }: DeploymentAddress,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<ShippedCommitItem>> {
    const after = readCursor(cursor, position);
    const [deployment] = await readDeployment(this.client, { service, environment, id });
    if (deployment === undefined) {
      throw new ProblemError('TL_NOT_FOUND', {
        detail: `no deployment ${id} of ${service} in ${environment} is known`,
      });
    }
    const catalogue = await this.catalogue.read();
    const rows = await readCommitsOf(this.client, {
      environments: [environment],
      everyService: false,
      services: [service],
      ...catalogue.pathPatterns(),
      ...COMMIT_CLOCK,
      id,
      afterAuthored: after?.[0] ?? BEHIND_ALL.number,
      afterSha: after?.[1] ?? BEHIND_ALL.text,
      afterRepository: after?.[2] ?? BEHIND_ALL.text,
      limit: limit + 1,
    });
    return pageOf(
      rows,
      limit,
      (row) => [row.authoredAt, row.sha, row.repository],
      ({ repository, sha, authoredAt, merge, leadSeconds }) => ({
        repository,
        sha,
        authoredAt: formatInstant(authoredAt),
        merge,
        leadSeconds: merge ? null : leadSeconds,
      }),
    );
  }
}

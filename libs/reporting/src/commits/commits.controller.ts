import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { formatInstant } from '@throughline/events';
import { parseQuery, ProblemError, RequireScope } from '@throughline/service-kit';
import { type ClickHouseClient, readCommit, readShipmentsOfCommit } from '@throughline/store';
import { z } from 'zod';
import { noParameters } from '../no-parameters.js';
import { STORE_CLIENT } from '../reporting-options.js';

/** A commit and its way to each environment. */
export const commitJourneySchema = z.object({
  repository: z.string(),
  sha: z.string(),
  parents: z.array(z.string()),
  authoredAt: z.iso.datetime(),
  committedAt: z.iso.datetime(),
  branch: z.string().nullable(),
  paths: z.array(z.string()),
  shipments: z.array(
    z.object({
      service: z.string(),
      environment: z.string(),
      deploymentId: z.string(),
      shippedAt: z.iso.datetime(),
      leadSeconds: z.number().nullable().describe('null for a merge: it carries no lead time.'),
    }),
  ),
});

export type CommitJourney = z.infer<typeof commitJourneySchema>;

export const commitAnswerSchema = z.object({ items: z.array(commitJourneySchema) });

@Controller('v1/commits')
@RequireScope('read')
export class CommitsController {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  /** The commit in every repository that has it: a fork has the same commits. */
  @Get(':sha')
  async journey(
    @Param('sha') name: string,
    @Query() query: unknown,
  ): Promise<{ readonly items: readonly CommitJourney[] }> {
    parseQuery(noParameters, query);
    const sha = name.toLowerCase();
    const commits = await readCommit(this.client, { sha });
    if (commits.length === 0) {
      throw new ProblemError('TL_NOT_FOUND', {
        detail: 'no commit of this hash is known: give all 40 or 64 digits, and import its history',
      });
    }
    const repositories = commits.map(({ repository }) => repository);
    const shipments = await readShipmentsOfCommit(this.client, { sha, repositories });
    return {
      items: commits.map((commit) => ({
        ...commit,
        authoredAt: formatInstant(commit.authoredAt),
        committedAt: formatInstant(commit.committedAt),
        branch: commit.branch ?? null,
        shipments: shipments
          .filter(({ repository }) => repository === commit.repository)
          .map(({ service, environment, deploymentId, shippedAt }) => ({
            service,
            environment,
            deploymentId,
            shippedAt: formatInstant(shippedAt),
            leadSeconds: commit.parents.length > 1 ? null : (shippedAt - commit.authoredAt) / 1000,
          })),
      })),
    };
  }
}

import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import type { CsvReply } from '../csv/csv-reply.js';
import { ListAnswers } from '../csv/list-answers.js';
import type { Page } from '../paging/paging.js';
import {
  type DeploymentAddress,
  DeploymentCommits,
  deploymentCommitsParameters,
  type ShippedCommitItem,
  shippedCommitSchema,
} from './deployment-commits.js';
import { deploymentListParameters, type DeploymentsQuestion } from './deployment-filters.js';
import { type DeploymentItem, deploymentItemSchema } from './deployment-item.js';
import { DeploymentsReport } from './deployments-report.js';
import { JudgedDeployments } from './judged-deployments.js';

@Controller('v1/deployments')
@RequireScope('read')
export class DeploymentsController {
  constructor(
    private readonly deployments: DeploymentsReport,
    private readonly judged: JudgedDeployments,
    private readonly commits: DeploymentCommits,
    private readonly answers: ListAnswers,
  ) {}

  @Get()
  list(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: CsvReply,
  ): Promise<Page<DeploymentItem> | StreamableFile> {
    return this.answers.ofWindow(
      parseQuery(deploymentListParameters, query),
      {
        name: 'deployments',
        item: deploymentItemSchema,
        page: (question) => this.page(question),
      },
      reply,
    );
  }

  @Get(':service/:environment/:id/commits')
  commitsOf(
    @Param() address: DeploymentAddress,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: CsvReply,
  ): Promise<Page<ShippedCommitItem> | StreamableFile> {
    const { service, environment, id } = address;
    return this.answers.answer(
      parseQuery(deploymentCommitsParameters, query),
      {
        name: `commits-of-${service}-${environment}-${id}`,
        item: shippedCommitSchema,
        page: (question) => this.commits.page(address, question),
      },
      reply,
    );
  }

  private page(question: DeploymentsQuestion): Promise<Page<DeploymentItem>> {
    const asksForOutcome = question.failed !== undefined || question.recovered !== undefined;
    return asksForOutcome ? this.judged.page(question) : this.deployments.page(question);
  }
}

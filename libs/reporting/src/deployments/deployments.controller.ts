import { Controller, Get, Param, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { listParameters } from '../paging/list-parameters.js';
import type { Page } from '../paging/paging.js';
import {
  type DeploymentAddress,
  DeploymentCommits,
  deploymentCommitsParameters,
  type ShippedCommitItem,
} from './deployment-commits.js';
import type { DeploymentItem } from './deployment-item.js';
import { DeploymentsReport } from './deployments-report.js';

@Controller('v1/deployments')
@RequireScope('read')
export class DeploymentsController {
  constructor(
    private readonly deployments: DeploymentsReport,
    private readonly commits: DeploymentCommits,
  ) {}

  @Get()
  list(@Query() query: unknown): Promise<Page<DeploymentItem>> {
    return this.deployments.page(parseQuery(listParameters, query));
  }

  @Get(':service/:environment/:id/commits')
  commitsOf(
    @Param() address: DeploymentAddress,
    @Query() query: unknown,
  ): Promise<Page<ShippedCommitItem>> {
    return this.commits.page(address, parseQuery(deploymentCommitsParameters, query));
  }
}

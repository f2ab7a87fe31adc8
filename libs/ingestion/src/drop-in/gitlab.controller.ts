import { Controller, HttpCode, Inject, Param, Post, Put, Req, UseFilters } from '@nestjs/common';
import { RequireScope, TokenAlsoIn } from '@throughline/service-kit';
import {
  type GitLabDeployment,
  readGitLabDeployment,
  readGitLabUpdate,
} from '@throughline/sources';
import type { FastifyRequest } from 'fastify';
import { DropInIntake } from './drop-in-intake.js';
import { requestFields } from './request-fields.js';
import { ToolProblems } from './tool-problems.js';

const SOURCE = 'gitlab';

/** GitLab's deployments API, as far as it creates and updates them. */
@Controller('api/v4/projects/:project/deployments')
@RequireScope('ingest')
@TokenAlsoIn({ headers: ['private-token', 'job-token'] })
@UseFilters(ToolProblems)
export class GitLabController {
  constructor(@Inject(DropInIntake) private readonly intake: DropInIntake) {}

  @Post()
  @HttpCode(201)
  async create(
    @Param('project') project: string,
    @Req() request: FastifyRequest,
  ): Promise<GitLabDeployment> {
    const said = await requestFields(request);
    return this.intake.keep(SOURCE, readGitLabDeployment(said, project, this.intake.now()));
  }

  @Put(':id')
  @HttpCode(200)
  async update(
    @Param('project') project: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<GitLabDeployment> {
    const said = await requestFields(request);
    return this.intake.keep(SOURCE, readGitLabUpdate(said, project, id, this.intake.now()));
  }
}

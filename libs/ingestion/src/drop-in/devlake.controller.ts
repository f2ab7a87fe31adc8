import { Controller, HttpCode, Inject, Param, Post, Req, UseFilters } from '@nestjs/common';
import { RequireScope } from '@throughline/service-kit';
import {
  type DevLakeConnection,
  type DropInReading,
  readDevLakeClose,
  readDevLakeDeployment,
  readDevLakeIssue,
  readDevLakePullRequest,
} from '@throughline/sources';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DropInIntake } from './drop-in-intake.js';
import { requestFields } from './request-fields.js';
import { ToolProblems } from './tool-problems.js';

/** What DevLake answers where there is nothing to tell (`shared.ApiBody`). */
export const devLakeAnswer = z.object({
  success: z.literal(true),
  message: z.string().describe('`success`, or why nothing of it counts as it is.'),
});

type DevLakeAnswer = z.output<typeof devLakeAnswer>;

/** The second is what DevLake's configuration page shows: its web server passes `/api/rest` on. */
export const DEVLAKE_PREFIXES = ['plugins/webhook', 'api/rest/plugins/webhook'];

/** How an address names a connection: by its number, as it was before as well, by name, by project. */
export const DEVLAKE_CONNECTIONS = [
  'connections/:number',
  ':number',
  'connections/by-name/:name',
  'projects/:name',
];

const below = (rest: string) => DEVLAKE_CONNECTIONS.map((connection) => `${connection}/${rest}`);

interface Address {
  readonly number?: string;
  readonly name?: string;
}

const SOURCE = 'devlake';

/** The webhook plugin of Apache DevLake. */
@Controller(DEVLAKE_PREFIXES)
@RequireScope('ingest')
@UseFilters(ToolProblems)
export class DevLakeController {
  constructor(@Inject(DropInIntake) private readonly intake: DropInIntake) {}

  @Post(below('deployments'))
  @HttpCode(200)
  async deployment(
    @Param() address: Address,
    @Req() request: FastifyRequest,
  ): Promise<DevLakeAnswer> {
    const said = await requestFields(request);
    return this.#take(readDevLakeDeployment(said, connectionOf(address), this.intake.now()));
  }

  @Post(below('issues'))
  @HttpCode(200)
  async issue(@Param() address: Address, @Req() request: FastifyRequest): Promise<DevLakeAnswer> {
    return this.#take(readDevLakeIssue(await requestFields(request), connectionOf(address)));
  }

  @Post(below('issue/:issueKey/close'))
  @HttpCode(200)
  close(@Param() address: Address & { readonly issueKey: string }): Promise<DevLakeAnswer> {
    const { issueKey } = address;
    return this.#take(readDevLakeClose(issueKey, connectionOf(address), this.intake.now()));
  }

  @Post(below('pull_requests'))
  @HttpCode(200)
  async pullRequest(@Req() request: FastifyRequest): Promise<DevLakeAnswer> {
    return this.#take(readDevLakePullRequest(await requestFields(request)));
  }

  async #take(reading: DropInReading): Promise<DevLakeAnswer> {
    return { success: true, message: (await this.intake.take(SOURCE, reading)) ?? 'success' };
  }
}

function connectionOf({ number, name }: Address): DevLakeConnection {
  return name === undefined ? { by: 'id', value: number ?? '' } : { by: 'name', value: name };
}

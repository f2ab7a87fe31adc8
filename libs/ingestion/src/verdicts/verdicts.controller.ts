import { Controller, Delete, HttpCode, Inject, Param, Put, Query, Req } from '@nestjs/common';
import {
  decodeBody,
  decodeText,
  parseJson,
  parseQuery,
  RequireScope,
} from '@throughline/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { EventsReceipt } from '../answers.js';
import { EventIntake } from '../intake/event-intake.js';
import { INGESTION_OPTIONS, type IngestionOptions } from '../options.js';
import { type DeploymentAddress, verdictEntry } from './verdict-entry.js';

const givingQuery = z.strictObject({});

/** The same as the body: not every client can send one with DELETE. */
export const takingBackQuery = z.strictObject({
  by: z
    .string()
    .optional()
    .describe('Who takes it back. Read where there is no body, as the others.'),
  reason: z.string().optional().describe('Why.'),
  at: z.string().optional().describe('When, as RFC 3339. Default: now.'),
});

/** Gives a person's word on a deployment and takes it back: each is an event like any other. */
@Controller('v1/deployments/:service/:environment/:id/verdict')
@RequireScope('ingest')
export class VerdictsController {
  constructor(
    @Inject(EventIntake) private readonly intake: EventIntake,
    @Inject(INGESTION_OPTIONS) private readonly options: IngestionOptions,
  ) {}

  @Put()
  @HttpCode(202)
  async give(
    @Param() address: DeploymentAddress,
    @Req() request: FastifyRequest,
    @Query() query: unknown,
  ): Promise<EventsReceipt> {
    parseQuery(givingQuery, query);
    return this.#take(address, await readBody(request), false);
  }

  @Delete()
  @HttpCode(202)
  async takeBack(
    @Param() address: DeploymentAddress,
    @Req() request: FastifyRequest,
    @Query() query: unknown,
  ): Promise<EventsReceipt> {
    const inAddress = parseQuery(takingBackQuery, query);
    return this.#take(address, (await readBody(request)) ?? inAddress, true);
  }

  async #take(
    address: DeploymentAddress,
    said: unknown,
    retracted: boolean,
  ): Promise<EventsReceipt> {
    const entry = verdictEntry(address, said ?? {}, retracted, this.options.clock());
    const { accepted, duplicates } = await this.intake.take({
      entries: [entry],
      source: 'api',
      invalid: 'refuse',
    });
    return { accepted, duplicates };
  }
}

/** `undefined` for a request without a body; what its fields lack is told one by one. */
async function readBody(request: FastifyRequest): Promise<unknown> {
  const text = decodeText(await decodeBody(request));
  return text.trim() === '' ? undefined : parseJson(text);
}

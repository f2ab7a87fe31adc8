import { Controller, Delete, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { settle } from '@throughline/event-log';
import {
  decodeBody,
  invalidQuery,
  parseBody,
  parseQuery,
  ProblemError,
  RequireScope,
} from '@throughline/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { EventsReceipt } from '../answers.js';
import { durably } from '../intake/durably.js';
import { EventIntake } from '../intake/event-intake.js';
import { INGESTION_OPTIONS, type IngestionOptions } from '../options.js';
import { readEntries } from '../request/read-entries.js';
import { readAgain } from './read-again.js';

const by = z
  .string()
  .trim()
  .min(1, 'is empty')
  .max(200)
  .optional()
  .describe('Who does it, as they wish to be named; kept as it is written.');

const reason = z.string().trim().min(1, 'is empty').max(4096);

export const sendAgainQuery = z.strictObject({
  by,
  source: z
    .string()
    .optional()
    .describe(
      'The body is what this source of the configuration sent: its expression reads it again, without headers.',
    ),
});

export const discardBody = z.strictObject({
  reason: reason.describe('Why, for whoever asks later.').optional(),
  by,
});

/** The same as the body: not every client can send one with DELETE. */
export const discardQuery = discardBody;

export const discardAnswer = z.object({ settled: z.literal('discarded') });

/**
 * Settles what is in quarantine. There is no store here, so whether there is such an entry is not
 * known: to settle one that there is not changes nothing.
 */
@Controller('v1/quarantine/:id')
@RequireScope('ingest')
export class QuarantineController {
  constructor(
    @Inject(EventIntake) private readonly intake: EventIntake,
    @Inject(INGESTION_OPTIONS) private readonly options: IngestionOptions,
  ) {}

  /** The events first: should the entry stay open after all, sending it once more does no harm. */
  @Post('send-again')
  @HttpCode(202)
  async sendAgain(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Query() query: unknown,
  ): Promise<EventsReceipt> {
    const { by, source } = parseQuery(sendAgainQuery, query);
    const body = await decodeBody(request);
    if (body.length === 0) {
      throw new ProblemError('TL_BODY_NOT_JSON', {
        detail:
          'There is no body. Send what is to be kept in place of the entry: the `payload` that ' +
          'GET /v1/quarantine/{id} shows, mended.',
      });
    }
    const entries =
      source === undefined
        ? readEntries(body, request.headers)
        : await readAgain(source, body, this.options);
    const { accepted, duplicates } = await this.intake.take({
      entries,
      source: source ?? 'api',
      invalid: 'refuse',
    });
    const { log, clock } = this.options;
    await durably(settle(log, { id, settledAt: clock(), how: 'sent_again', by }));
    return { accepted, duplicates };
  }

  @Delete()
  @HttpCode(202)
  async discard(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Query() query: unknown,
  ): Promise<z.output<typeof discardAnswer>> {
    const inAddress = parseQuery(discardQuery, query);
    const { by, reason } = { ...inAddress, ...(await parseBody(discardBody, request)) };
    if (reason === undefined) {
      throw invalidQuery([
        { path: 'reason', message: 'is missing, and there is none in the body' },
      ]);
    }
    const { log, clock } = this.options;
    await durably(settle(log, { id, settledAt: clock(), how: 'discarded', by, reason }));
    return { settled: 'discarded' };
  }
}

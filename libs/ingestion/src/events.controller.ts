import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { decodeBody, parseQuery, RequireScope } from '@throughline/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { EventsReceipt } from './answers.js';
import { EventIntake } from './intake/event-intake.js';
import { readEntries } from './request/read-entries.js';

export const eventsQuery = z.strictObject({
  invalid: z
    .literal('quarantine')
    .optional()
    .describe('Keep the valid events and put the others in quarantine.'),
});

/** Who sends events that name nobody else. */
const API = 'api';

@Controller('v1/events')
@RequireScope('ingest')
export class EventsController {
  constructor(@Inject(EventIntake) private readonly intake: EventIntake) {}

  @Post()
  @HttpCode(202)
  async receive(@Req() request: FastifyRequest, @Query() query: unknown): Promise<EventsReceipt> {
    const { invalid } = parseQuery(eventsQuery, query);
    const entries = readEntries(await decodeBody(request), request.headers);
    const receipt = await this.intake.take({ entries, source: API, invalid: invalid ?? 'refuse' });
    const { quarantined, ...answer } = receipt;
    return invalid === 'quarantine' ? { ...answer, quarantined } : answer;
  }
}

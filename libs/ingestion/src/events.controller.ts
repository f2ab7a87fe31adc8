import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { decodeBody, parseQuery, RequireScope } from '@throughline/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { EventsReceipt } from './answers.js';
import { EventIntake } from './intake/event-intake.js';
import { INGESTION_OPTIONS, type IngestionOptions, mappingOf } from './options.js';
import { translateCdEvents } from './request/cd-events.js';
import { readEntries } from './request/read-entries.js';
import { countIgnored } from './telemetry.js';

export const eventsQuery = z.strictObject({
  invalid: z
    .literal('quarantine')
    .optional()
    .describe('Keep the valid events and put the others in quarantine.'),
});

/** Who sends events that name nobody else. */
const API = 'api';

/** Whose rules say what CDEvents mean. */
const CD_EVENTS = 'cdevents';

@Controller('v1/events')
@RequireScope('ingest')
export class EventsController {
  constructor(
    @Inject(EventIntake) private readonly intake: EventIntake,
    @Inject(INGESTION_OPTIONS) private readonly options: IngestionOptions,
  ) {}

  @Post()
  @HttpCode(202)
  async receive(@Req() request: FastifyRequest, @Query() query: unknown): Promise<EventsReceipt> {
    const { invalid } = parseQuery(eventsQuery, query);
    const { entries, ignored } = translateCdEvents(
      readEntries(await decodeBody(request), request.headers),
      mappingOf(this.options, CD_EVENTS),
    );
    const receipt = await this.intake.take({ entries, source: API, invalid: invalid ?? 'refuse' });
    countIgnored(API, ignored);
    const { quarantined, ...answer } = receipt;
    return {
      ...answer,
      ...((invalid === 'quarantine' || quarantined > 0) && { quarantined }),
      ...(ignored > 0 && { ignored }),
    };
  }
}

import { Controller, Get, Inject, Query } from '@nestjs/common';
import { EVENT_TYPES, formatInstant, KINDS } from '@throughline/events';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { type ClickHouseClient, readArrivals, readLastReceived } from '@throughline/store';
import { z } from 'zod';
import { formatTime } from '../format-time.js';
import { noParameters } from '../no-parameters.js';
import { STORE_CLIENT } from '../reporting-options.js';

/** What a source has told of, of one type. */
export const arrivalSchema = z.object({
  source: z.string(),
  type: z.enum(EVENT_TYPES),
  facts: z
    .int()
    .describe('Of how many things: what was corrected counts once, what was withdrawn not.'),
  lastEventAt: z.iso.datetime().describe('The newest `updatedAt`: when the last of it was true.'),
  lastReceivedAt: z.iso
    .datetime()
    .nullable()
    .describe(
      'When anything of the kind was received last, from whichever source: deployments and verdicts are of one kind, and so are activity and feedback.',
    ),
});

export const arrivalsAnswerSchema = z.object({ items: z.array(arrivalSchema) });

@Controller('v1/arrivals')
@RequireScope('read')
export class ArrivalsController {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  @Get()
  async list(@Query() query: unknown): Promise<z.infer<typeof arrivalsAnswerSchema>> {
    parseQuery(noParameters, query);
    const [arrivals, received] = await Promise.all([
      readArrivals(this.client, {}),
      readLastReceived(this.client, {}),
    ]);
    const receivedAt = new Map(received.map((row) => [row.topic, row.receivedAt]));
    return {
      items: arrivals.map(({ source, type, facts, lastEventAt }) => ({
        source,
        type,
        facts,
        lastEventAt: formatInstant(lastEventAt),
        lastReceivedAt: formatTime(receivedAt.get(KINDS[type].topic)),
      })),
    };
  }
}

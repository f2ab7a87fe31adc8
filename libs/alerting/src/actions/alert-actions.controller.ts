import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { readInstant } from '@throughline/events';
import { parseBody, RequireScope } from '@throughline/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AlertActions } from './alert-actions.js';

const LONGEST_NOTE = 4096;

const moment = z.string().transform((text, context): number => {
  const instant = readInstant(text);
  if (instant !== undefined) return instant;
  context.addIssue({ code: 'custom', message: 'is no RFC 3339 time', input: text });
  return z.NEVER;
});

/** The body of an acknowledgement. */
export const acknowledgementBody = z.strictObject({
  by: z
    .string('is needed: say who takes it on')
    .trim()
    .min(1, 'is needed: say who takes it on')
    .max(200)
    .describe(
      'Who takes it on, as they wish to be named. Shown with the alert; nothing groups by it.',
    ),
  note: z.string().max(LONGEST_NOTE).optional().describe('What is being done.'),
  newNormal: z
    .boolean()
    .default(false)
    .describe(
      'The failures are what is to be expected now: what is usual is learnt anew from here on, and the alert ends.',
    ),
  at: moment
    .optional()
    .meta({ type: 'string', format: 'date-time' })
    .describe('When. Default: now. Send it, so that the same request sent twice counts once.'),
});

export const accepted = z.object({ accepted: z.literal(true) });

const ACCEPTED: z.output<typeof accepted> = { accepted: true };

@Controller('v1/alerts/:id')
@RequireScope('respond')
export class AlertActionsController {
  constructor(private readonly actions: AlertActions) {}

  @Post('acknowledge')
  @HttpCode(202)
  async acknowledge(@Param('id') id: string, @Req() request: FastifyRequest) {
    const { note, ...said } = await parseBody(acknowledgementBody, request);
    await this.actions.acknowledge(id, { ...said, note: note === '' ? undefined : note });
    return ACCEPTED;
  }

  @Post('deliveries/:delivery/send-again')
  @HttpCode(202)
  async sendAgain(@Param('id') id: string, @Param('delivery') delivery: string) {
    await this.actions.sendAgain(id, delivery);
    return ACCEPTED;
  }
}

import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { PublicRoute } from '@throughline/service-kit';
import type { FastifyRequest } from 'fastify';
import type { WebhookReceipt } from '../answers.js';
import { WebhookIntake } from './webhook-intake.js';

const NOTHING = Buffer.alloc(0);

@Controller('v1/webhooks')
export class WebhooksController {
  constructor(@Inject(WebhookIntake) private readonly intake: WebhookIntake) {}

  /** Public: the signature tells who sends it, and a provider has no token of ours. */
  @Post(':source')
  @PublicRoute()
  @HttpCode(202)
  receive(
    @Param('source') source: string,
    @Req() request: FastifyRequest,
  ): Promise<WebhookReceipt> {
    return this.intake.take(source, deliveryOf(request));
  }

  /** For providers that can only be given an address: it ends with the secret. */
  @Post(':source/:secret')
  @PublicRoute()
  @HttpCode(202)
  receiveWithSecret(
    @Param('source') source: string,
    @Param('secret') urlSecret: string,
    @Req() request: FastifyRequest,
  ): Promise<WebhookReceipt> {
    return this.intake.take(source, { ...deliveryOf(request), urlSecret });
  }
}

function deliveryOf({ body, headers }: FastifyRequest) {
  return { body: Buffer.isBuffer(body) ? body : NOTHING, headers };
}

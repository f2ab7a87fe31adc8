import { Controller, Headers, HttpCode, Options, Res } from '@nestjs/common';
import { PublicRoute } from '@throughline/service-kit';
import type { FastifyReply } from 'fastify';

/**
 * CloudEvents' protection from abuse (http-webhook.md, section 4): before it delivers, a sender such as
 * Azure Event Grid asks whether deliveries are wanted here. It asks without its secret, and to consent
 * lets nothing in: every delivery has to prove itself all the same.
 */
@Controller('v1')
export class HandshakeController {
  @Options(['events', 'webhooks/:source', 'webhooks/:source/:secret'])
  @PublicRoute()
  @HttpCode(200)
  consent(
    @Headers('webhook-request-origin') origin: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): void {
    void reply.header('allow', 'OPTIONS, POST');
    if (origin === undefined) return;
    void reply.headers({ 'webhook-allowed-origin': origin, 'webhook-allowed-rate': '*' });
  }
}

import type { FastifyInstance } from 'fastify';

const MEBIBYTE = 1024 * 1024;

/** Bytes of a request's body, on the wire and after decompression alike. */
export const BODY_LIMIT = 16 * MEBIBYTE;

/** GitHub sends webhooks of up to 25 MB. */
export const WEBHOOK_BODY_LIMIT = 25 * MEBIBYTE;

/** Gives the webhook routes their larger limit. Must be called before the routes are there. */
export function allowLargeWebhooks(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith('/v1/webhooks/')) route.bodyLimit = WEBHOOK_BODY_LIMIT;
  });
}

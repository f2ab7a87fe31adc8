import type { FastifyInstance } from 'fastify';

/**
 * Hands every body to its handler as the bytes that were sent. Signatures are over raw bytes, and each route
 * knows best what it understands; so no parser may look at, refuse or change a body before.
 */
export function keepBodiesRaw(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
}

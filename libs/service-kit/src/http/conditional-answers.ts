import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * Lets a client keep an answer and ask each time whether it is still the same one: an entity tag of what it says, and
 * 304 without a body for who has that already. `@fastify/etag` would also tag problems and answers to POST, and knows
 * no list of tags, which a cache may send.
 *
 * Must be called before the routes are there, so that it runs before compression: the tag is of what is said, in
 * whatever encoding, and therefore a weak one.
 */
export function answerConditionally(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      done(null, payload);
      return;
    }
    // Answers depend on the token and change at any moment; whoever knows better has said so.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
    if (!reply.hasHeader('vary')) reply.header('vary', 'accept-encoding');
    // A stream is sent while it is made: what it says is known when it is too late for a header.
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (reply.statusCode !== 200 || !isWhole) {
      done(null, payload);
      return;
    }
    const tag = tagOf(payload);
    reply.header('etag', tag);
    if (!namesTag(request.headers['if-none-match'], tag)) {
      done(null, payload);
      return;
    }
    reply.code(304).removeHeader('content-type');
    // For HEAD the framework takes the body away itself, once it has its length.
    done(null, request.method === 'HEAD' ? payload : null);
  });
}

function tagOf(text: string | Buffer): string {
  return `W/"${createHash('sha256').update(text).digest('base64url')}"`;
}

/** By weak comparison (RFC 9110, 13.1.2): whether a tag is strong does not matter here. */
function namesTag(condition: string | undefined, tag: string): boolean {
  if (condition === undefined) return false;
  if (condition.trim() === '*') return true;
  const named: readonly string[] = condition.match(/"[^"]*"/g) ?? [];
  return named.includes(tag.slice('W/'.length));
}

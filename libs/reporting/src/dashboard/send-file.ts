import { send, type SendOptions } from '@fastify/send';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers with a file of a folder, or that it is not there.
 *
 * `@fastify/send` is what `@fastify/static` is made of; the routes around it are Nest's own here, so that the guard
 * and the filter meet them as they meet every other.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
  name: string,
  options: Pick<SendOptions, 'cacheControl' | 'maxAge' | 'immutable'>,
): Promise<void> {
  const { type, statusCode, headers, stream } = await send(
    request.raw,
    `/${encodeURIComponent(name)}`,
    { ...options, root: folder, index: false, acceptRanges: false },
  );
  if (type === 'file') void reply.code(statusCode).headers(headers).send(stream);
  else reply.callNotFound();
}

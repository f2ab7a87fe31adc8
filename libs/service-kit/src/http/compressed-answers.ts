import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Bytes below which an answer fits into one packet anyway. */
const THRESHOLD = 1024;

/**
 * Compresses answers by what the client accepts, streams as they go. Must be awaited before the routes are there.
 * Brotli works at quality 4, which is about as dear as gzip; `text/event-stream` is left alone, so that each event
 * goes out at once.
 */
export async function compressAnswers(fastify: FastifyInstance): Promise<void> {
  await fastify.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: THRESHOLD,
    // Request bodies stay as they were sent: each route decodes its own, within its own limit.
    globalDecompression: false,
  });
}

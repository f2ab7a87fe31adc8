import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../errors/problem-error.js';
import { codeOf } from '../errors/thrown.js';

const unzip = promisify(gunzip);

type EncodedRequest = Pick<FastifyRequest, 'headers' | 'body' | 'routeOptions'>;

/**
 * The body of a request without its compression; empty if there is none.
 * Decompression stops at the route's limit, so a small bomb cannot fill the memory.
 * @throws ProblemError TL_UNSUPPORTED_ENCODING, TL_BODY_NOT_DECODABLE or TL_BODY_TOO_LARGE
 */
export async function decodeBody(request: EncodedRequest): Promise<Buffer> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? '';
  switch (encoding) {
    case '':
    case 'identity':
      return body;
    case 'gzip':
    case 'x-gzip':
      return gunzipBounded(body, request.routeOptions.bodyLimit);
    default:
      throw new ProblemError('TL_UNSUPPORTED_ENCODING', {
        // RFC 7694: a 415 for the encoding names the ones that work.
        headers: { 'accept-encoding': 'gzip, identity' },
      });
  }
}

async function gunzipBounded(body: Buffer, limit: number): Promise<Buffer> {
  try {
    return await unzip(body, { maxOutputLength: limit });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') {
      throw new ProblemError('TL_BODY_TOO_LARGE', {
        detail: `The body decompresses to more than ${limit} bytes.`,
      });
    }
    throw new ProblemError('TL_BODY_NOT_DECODABLE', {
      detail: 'The gzip stream is damaged or ends too early.',
      cause: error,
    });
  }
}

import { HttpException } from '@nestjs/common';
import type { ProblemCode } from './catalogue.js';
import { ProblemError } from './problem-error.js';
import { codeOf, messageOf } from './thrown.js';

/** What Fastify refuses before a handler runs, by its own codes (node_modules/fastify/lib/errors.js). */
const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TL_BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'TL_UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'TL_MALFORMED_REQUEST',
  FST_ERR_BAD_URL: 'TL_MALFORMED_REQUEST',
  FST_ERR_MAX_PARAM_LENGTH: 'TL_ADDRESS_TOO_LONG',
  FST_ERR_NOT_FOUND: 'TL_NOT_FOUND',
};

/** What the framework says with a status alone. */
const OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'TL_MALFORMED_REQUEST',
  401: 'TL_UNAUTHORIZED',
  403: 'TL_FORBIDDEN',
  404: 'TL_NOT_FOUND',
  405: 'TL_METHOD_NOT_ALLOWED',
  408: 'TL_REQUEST_TIMEOUT',
  413: 'TL_BODY_TOO_LARGE',
  414: 'TL_ADDRESS_TOO_LONG',
  415: 'TL_UNSUPPORTED_MEDIA_TYPE',
  429: 'TL_RATE_LIMITED',
};

/** The problem that any thrown value is to the caller; what nobody foresaw is TL_INTERNAL and tells nothing. */
export function problemOf(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  const code = problemCodeOf(thrown);
  const detail = code === 'TL_INTERNAL' ? undefined : messageOf(thrown);
  return new ProblemError(code, { detail, cause: thrown });
}

function problemCodeOf(thrown: unknown): ProblemCode {
  if (thrown instanceof HttpException) return OF_STATUS[thrown.getStatus()] ?? 'TL_INTERNAL';
  if (hungUp(thrown)) return 'TL_MALFORMED_REQUEST';
  return OF_FASTIFY[codeOf(thrown) ?? ''] ?? 'TL_INTERNAL';
}

/**
 * The caller went away in the middle of the body. Fastify marks that with the status 400;
 * without it the same code means that some connection of our own broke.
 */
function hungUp(thrown: unknown): boolean {
  return (
    codeOf(thrown) === 'ECONNRESET' &&
    (thrown as { readonly statusCode?: unknown }).statusCode === 400
  );
}

import type { FastifyRequest } from 'fastify';
import type { TokenPlaces } from './token-places.js';

type Presenting = Pick<FastifyRequest, 'headers' | 'body' | 'params'>;

/**
 * The token of `Authorization: Bearer …` (RFC 6750) or, for tools that cannot send that, of `X-Api-Key`;
 * then of what else the route names.
 */
export function presentedToken(
  request: Presenting,
  { headers = [], scheme, bodyField, parameter }: TokenPlaces = {},
): string | undefined {
  return (
    ofAuthorization(request, 'bearer') ??
    ofHeader(request, 'x-api-key') ??
    (scheme && ofAuthorization(request, scheme)) ??
    firstOf(headers.map((name) => ofHeader(request, name))) ??
    (parameter && text((request.params as Readonly<Record<string, unknown>>)[parameter])) ??
    (bodyField && ofBody(request, bodyField))
  );
}

function ofAuthorization({ headers }: Presenting, scheme: string): string | undefined {
  const [, given, token] = /^(\S+) +(\S+) *$/.exec(headers.authorization ?? '') ?? [];
  return given?.toLowerCase() === scheme ? token : undefined;
}

function ofHeader({ headers }: Presenting, name: string): string | undefined {
  return text(headers[name]);
}

/** A token is looked for in bodies as people write them, and not in whatever a stranger sends. */
const LONGEST_BODY = 1024 * 1024;

function ofBody({ body }: Presenting, field: string): string | undefined {
  if (!Buffer.isBuffer(body) || body.length > LONGEST_BODY) return undefined;
  const written = body.toString('utf8');
  if (!written.trimStart().startsWith('{')) {
    return text(new URLSearchParams(written).get(field));
  }
  try {
    return text((JSON.parse(written) as Readonly<Record<string, unknown>>)[field]);
  } catch {
    // What is wrong with the body is told to callers who may send one.
    return undefined;
  }
}

function firstOf(tokens: readonly (string | undefined)[]): string | undefined {
  return tokens.find((token) => token !== undefined);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

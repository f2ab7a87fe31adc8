import type { IncomingHttpHeaders } from 'node:http';

/** The token of `Authorization: Bearer …` (RFC 6750) or, for tools that cannot send that, of `X-Api-Key`. */
export function presentedToken(headers: IncomingHttpHeaders): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  const key = headers['x-api-key'];
  return typeof key === 'string' && key !== '' ? key : undefined;
}

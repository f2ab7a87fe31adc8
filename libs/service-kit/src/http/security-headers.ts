import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

/**
 * The two style elements that react-aria, of which the dashboard's controls are made, adds to a page: what touching a
 * control does, and that an open dialog keeps the page behind it from scrolling on iOS. Allowed by what they say.
 */
export const REACT_ARIA_STYLES = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

/**
 * A page may load and call only what this server itself serves: no inline script, no foreign host, no frame. Images may
 * also be made in the page (charts are exported as such).
 * HSTS is left to whoever terminates TLS in front of us; promising it for them could lock a host out.
 */
const POLICY: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", ...REACT_ARIA_STYLES],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: false,
};

/** Every answer carries them. They are the same for all, so they are worked out once: it takes longer than an event. */
export function addSecurityHeaders(fastify: FastifyInstance): void {
  const headers = securityHeaders();
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** What helmet sets, asked of it with an answer that goes nowhere. */
function securityHeaders(): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const answer: Pick<ServerResponse, 'setHeader' | 'removeHeader'> = {
    setHeader(name, value) {
      headers[name.toLowerCase()] = String(value);
      return answer as ServerResponse;
    },
    removeHeader: () => undefined,
  };
  helmet(POLICY)({} as IncomingMessage, answer as ServerResponse, (error) => {
    if (error !== undefined) throw error as Error;
  });
  return headers;
}

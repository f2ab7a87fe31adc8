import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * A page may load and call only what this server itself serves: no inline script, no foreign host, no frame.
 * HSTS is left to whoever terminates TLS in front of us; promising it for them could lock a host out.
 */
export const SECURITY_HEADERS: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
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

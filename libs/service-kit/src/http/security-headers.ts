import type { FastifyHelmetOptions } from '@fastify/helmet';

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
export const SECURITY_HEADERS: FastifyHelmetOptions = {
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

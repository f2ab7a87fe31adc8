import { headerOf } from '../headers.js';
import type { Source } from '../source.js';
import { type HmacAlgorithm, isHmac } from '../verification/hmac.js';
import { readFluxEvent } from './flux-event.js';

/** `sha256=<hex>`; the algorithm is the receiver's to read. */
const SIGNATURE = /^(sha224|sha256|sha384|sha512)=([0-9a-f]{56,128})$/i;

/** https://fluxcd.io/flux/components/notification/providers/#generic-webhook-with-hmac */
export const flux: Source = {
  name: 'flux',
  title: 'Flux',
  needs: {
    signature:
      'X-Signature: the HMAC of the body with the `token` of a provider of the type `generic-hmac`',
    deliveries: ['Kustomization', 'HelmRelease'],
  },

  verify({ body, headers }, secrets) {
    const [, algorithm, hex] = SIGNATURE.exec(headerOf(headers, 'x-signature') ?? '') ?? [];
    if (algorithm === undefined || hex === undefined) {
      return {
        authentic: false,
        reason: 'X-Signature is missing or malformed: use a provider of the type generic-hmac',
      };
    }
    const signature = Buffer.from(hex, 'hex');
    return isHmac(body, secrets, signature, algorithm.toLowerCase() as HmacAlgorithm)
      ? { authentic: true }
      : { authentic: false, reason: 'X-Signature does not match the body' };
  },

  // An event has no id; said again, it states the same.
  dedupeKey: () => undefined,
  normalise: (payload, _headers, mapping) => readFluxEvent(payload, mapping),
};

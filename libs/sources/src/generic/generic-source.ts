import jsonata from 'jsonata';
import { headerOf } from '../headers.js';
import type { DeliveryHeaders, EventInput, Normalised, Source } from '../source.js';
import { type HmacAlgorithm, isHmac } from '../verification/hmac.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { LinearRegExp } from './linear-reg-exp.js';

/** A source that the configuration makes up: what its webhooks mean is said in JSONata. */
export interface GenericConfiguration {
  /** Makes an event, a list of events or nothing of the payload; `$headers` are the request's. */
  readonly events: string;
  /** Left out: the sender shows the secret itself. */
  readonly signature?: GenericSignature | undefined;
}

/** An HMAC of the body, in a header. */
export interface GenericSignature {
  /** In lower case. */
  readonly header: string;
  readonly algorithm: Exclude<HmacAlgorithm, 'sha224'>;
  readonly encoding: 'hex' | 'base64';
  /** What stands before it: `sha256=`. */
  readonly prefix: string;
}

/** As {@link Source}, but that an expression takes its time. */
export interface GenericSource extends Omit<Source, 'normalise'> {
  normalise(payload: unknown, headers: DeliveryHeaders): Promise<GenericNormalised>;
}

/**
 * Nothing is refused: what a source sends is right by definition. An expression that cannot read it is
 * at fault, so the payload has to be kept until somebody has seen to that.
 */
export type GenericNormalised =
  Exclude<Normalised, { kind: 'refused' }> | { readonly kind: 'unread'; readonly reason: string };

/**
 * An expression is evaluated in one go, and nothing else is answered meanwhile. A sensible one takes
 * less than a millisecond.
 */
const LIMITS = {
  timeout: 250,
  stack: 200,
  sequence: 100_000,
  // JSONata makes one of each regular expression, and only searches with it.
  RegexEngine: LinearRegExp as unknown as RegExpConstructor,
} as const;

/** @throws JSONata's own error for an expression that is none; the configuration has refused it before. */
export function genericSource(
  name: string,
  { events: expression, signature }: GenericConfiguration,
): GenericSource {
  const compiled = jsonata(expression, LIMITS);
  return {
    name,
    title: name,
    needs: {
      signature:
        signature === undefined
          ? SHARED_SECRET_IN_WORDS
          : `${signature.header}: the HMAC (${signature.algorithm}) of the body`,
      deliveries: ['whatever the expression of the configuration reads'],
    },
    verify: (delivery, secrets) =>
      signature === undefined
        ? verifySharedSecret(delivery, secrets)
        : isHmac(
              delivery.body,
              secrets,
              signatureIn(delivery.headers, signature),
              signature.algorithm,
            )
          ? { authentic: true }
          : {
              authentic: false,
              reason: `${signature.header} is missing or does not match the body`,
            },
    dedupeKey: () => undefined,
    normalise: async (payload, headers) => {
      try {
        return statedBy(name, await compiled.evaluate(payload, { headers }));
      } catch (error) {
        return unread(name, `failed: ${messageIn(error)}`);
      }
    },
  };
}

function signatureIn(
  headers: DeliveryHeaders,
  { header, prefix, encoding }: GenericSignature,
): Uint8Array {
  const value = headerOf(headers, header);
  if (value === undefined || !value.startsWith(prefix)) return new Uint8Array();
  return Buffer.from(value.slice(prefix.length), encoding);
}

/** Whose they are is not for the expression to say: incidents are told apart by it. */
function statedBy(source: string, result: unknown): GenericNormalised {
  const said: readonly unknown[] = Array.isArray(result) ? result : [result];
  const stated = said.filter((one) => one !== undefined && one !== null);
  if (stated.length === 0) {
    return { kind: 'ignored', reason: 'the expression makes no event of it' };
  }
  if (!stated.every(isObject)) return unread(source, 'makes something else than events of it');
  // What `type` they are is still to be judged, as everything else of them.
  const events = stated.map((one) => ({ ...one, source }) as unknown as EventInput);
  return { kind: 'events', events };
}

function unread(source: string, what: string): GenericNormalised {
  return { kind: 'unread', reason: `the expression of sources.${source}.events ${what}` };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSONata throws objects with a message and a code that are no errors. */
function messageIn(error: unknown): string {
  const told = isObject(error) && 'message' in error ? error.message : undefined;
  return typeof told === 'string' ? told : 'it cannot be evaluated';
}

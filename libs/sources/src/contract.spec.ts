import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import fc from 'fast-check';
import { EXAMPLES } from './github/examples.fixture.js';
import type { DeliveryHeaders } from './source.js';
import { SOURCES } from './sources.js';

/** What every source is tested with: how its provider signs, and what its provider sends. */
interface Provider {
  readonly sign: (body: string, secret: string) => DeliveryHeaders;
  readonly deliveries: readonly { readonly payload: unknown; readonly headers: DeliveryHeaders }[];
}

const PROVIDERS: Readonly<Record<string, Provider>> = {
  github: {
    sign: (body, secret) => ({
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    }),
    deliveries: EXAMPLES,
  },
};

const SECRET = 'a secret of thirty-two characters';
const RECEIVED = Date.UTC(2026, 2, 1);

it('tests every source there is', () => {
  expect(Object.keys(PROVIDERS)).toEqual([...SOURCES.keys()]);
});

describe.each([...SOURCES.values()])('$name', (source) => {
  const provider = PROVIDERS[source.name];
  if (provider === undefined) throw new Error(`${source.name} has no provider to test it with`);

  it('believes what its provider signed, and nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (body, other, wrong) => {
        const headers = provider.sign(body, SECRET);
        const authentic = (text: string, secrets: string[]) =>
          source.verify(Buffer.from(text), headers, secrets).authentic;
        expect(authentic(body, [SECRET])).toBe(true);
        expect(authentic(body, [wrong, SECRET])).toBe(true);
        expect(authentic(body, [wrong])).toBe(wrong === SECRET);
        expect(authentic(other, [SECRET])).toBe(other === body);
        expect(source.verify(Buffer.from(body), {}, [SECRET]).authentic).toBe(false);
      }),
    );
  });

  it('reads what its provider sends into events that are accepted', () => {
    for (const { payload, headers } of provider.deliveries) {
      const result = source.normalise(payload, headers);
      if (result.kind !== 'events') continue;
      expect(result.events.length).toBeGreaterThan(0);
      for (const event of result.events) {
        expect(event['source']).toBe(source.name);
        expect(parseEvent(event, RECEIVED)).toMatchObject({ ok: true });
      }
    }
  });

  it('never throws, whatever became of a delivery on its way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...provider.deliveries),
        fc.array(fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }), damage)),
        ({ payload, headers }, damages) => {
          const damaged = damages.reduce<unknown>(
            (value, [way, replacement]) => replaced(value, way, replacement),
            payload,
          );
          const result = source.normalise(damaged, headers);
          source.dedupeKey(damaged, headers);
          if (result.kind !== 'events') return;
          for (const event of result.events) parseEvent(event, RECEIVED);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

const damage = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>('\u0000', '\ud800', 'x'.repeat(20_000), '', 0, -1, 1e300, [], {}, null),
);

/** The value with what lies at the end of the way replaced; a step chooses among the keys there are. */
function replaced(value: unknown, way: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = way;
  if (step === undefined || typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[step % keys.length];
  if (key === undefined) return replacement;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<
    string,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, replacement);
  return copy;
}

import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import fc from 'fast-check';
import { type Mapping, NO_MAPPING } from './mapping/mapping.js';
import { PROVIDERS } from './providers.fixture.js';
import { SOURCES } from './sources.js';

const RECEIVED = Date.UTC(2026, 2, 1);

/** Whatever ran is a deployment, whatever goes wrong an incident. */
const EVERYTHING: Mapping = {
  ...NO_MAPPING,
  // A job and a stage are asked for before the run that they are part of.
  deployments: [
    { when: { job: ['*'] }, ignore: false },
    { when: { stage: ['*'] }, ignore: false },
    { when: {}, ignore: false },
  ],
  incidents: [{ when: {}, ignore: false }],
};

it('tests every source there is', () => {
  expect(PROVIDERS.map(({ source }) => source.name)).toEqual([...SOURCES.keys()]);
});

describe.each(PROVIDERS.map((provider) => [provider.source.name, provider] as const))(
  '%s',
  (_name, provider) => {
    const { source, secret = 'a secret of thirty-two characters' } = provider;

    interface Sent {
      readonly body: string;
      readonly secrets: readonly string[];
      readonly swappedFor?: string;
      readonly laterBySeconds?: number;
    }

    /** Whether the source believes what its provider sent with its one secret. */
    function believes({ body, secrets, swappedFor = body, laterBySeconds = 0 }: Sent): boolean {
      const delivery = {
        body: Buffer.from(swappedFor),
        headers: provider.prove(body, secret, RECEIVED),
        receivedAt: RECEIVED + laterBySeconds * 1000,
      };
      return source.verify(delivery, secrets).authentic;
    }

    const wrong = fc.string({ minLength: 1 }).filter((text) => text !== secret);

    it('believes whoever knows one of the secrets', () => {
      fc.assert(
        fc.property(fc.string(), wrong, (body, other) => {
          expect(believes({ body, secrets: [secret] })).toBe(true);
          expect(believes({ body, secrets: [other, secret] })).toBe(true);
          expect(believes({ body, secrets: [secret, other] })).toBe(true);
        }),
      );
    });

    it('believes nobody else', () => {
      fc.assert(
        fc.property(fc.string(), wrong, (body, other) => {
          expect(believes({ body, secrets: [other] })).toBe(false);
          const delivery = { body: Buffer.from(body), headers: {}, receivedAt: RECEIVED };
          expect(source.verify(delivery, [secret]).authentic).toBe(false);
        }),
      );
    });

    it('is not confused by headers that nobody would send', () => {
      fc.assert(
        fc.property(fc.string(), fc.string(), (body, strange) => {
          const proof = provider.prove(body, secret, RECEIVED);
          for (const name of Object.keys(proof)) {
            const headers = { ...proof, [name]: strange };
            const delivery = { body: Buffer.from(body), headers, receivedAt: RECEIVED };
            source.verify(delivery, [secret]);
            source.verify({ ...delivery, headers: { ...proof, [name]: [strange] } }, [secret]);
          }
        }),
      );
    });

    if (provider.proof !== 'secret') {
      it('notices that the body was swapped', () => {
        fc.assert(
          fc.property(fc.string(), fc.string(), (body, swappedFor) => {
            expect(believes({ body, secrets: [secret], swappedFor })).toBe(swappedFor === body);
          }),
        );
      });
    }

    if (provider.proof === 'body and time') {
      it('does not believe what was signed more than five minutes ago, or will be', () => {
        for (const [laterBySeconds, expected] of [
          [299, true],
          [-299, true],
          [302, false],
          [-302, false],
          [86_400, false],
        ] as const) {
          expect(believes({ body: '{}', secrets: [secret], laterBySeconds })).toBe(expected);
        }
      });
    }

    it.each([
      ['with no rules', NO_MAPPING],
      ['where everything counts', EVERYTHING],
    ])('reads what its provider sends into events that are accepted, %s', (_rules, mapping) => {
      for (const { payload, headers } of provider.examples) {
        const result = source.normalise(payload, headers, mapping);
        expect(result.kind).not.toBe('refused');
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
          fc.constantFrom(...provider.examples),
          fc.array(fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }), damage)),
          fc.constantFrom(NO_MAPPING, EVERYTHING),
          ({ payload, headers }, damages, mapping) => {
            const damaged = damages.reduce<unknown>(
              (value, [way, replacement]) => replaced(value, way, replacement),
              payload,
            );
            const result = source.normalise(damaged, headers, mapping);
            source.dedupeKey(damaged, headers);
            if (result.kind !== 'events') return;
            for (const event of result.events) parseEvent(event, RECEIVED);
          },
        ),
        { numRuns: 10_000 },
      );
    });
  },
);

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

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROVIDERS } from '@throughline/sources/providers';
import fc from 'fast-check';
import { Ingestor, RECEIVED_AT } from '../ingestor.fixture.js';

/** More of them, to be sure: `DAMAGED_DELIVERIES=10000`. */
const DAMAGED = Number(process.env['DAMAGED_DELIVERIES'] ?? 50);

const OLD_SECRET = 'an old secret that nobody signs with';
const MARK = 'nobody-may-read-this';

const secretOf = ({ secret = 'a secret of thirty-two characters' }: { secret?: string }) => secret;

let ingestor: Ingestor;

beforeAll(async () => {
  const sources = PROVIDERS.map((provider) => {
    const secrets = [OLD_SECRET, secretOf(provider)];
    return [provider.source.name, { secrets, unsigned: false }] as const;
  });
  ingestor = await Ingestor.start({ sources: Object.fromEntries(sources) });
});

afterAll(() => ingestor.stop());

describe.each(PROVIDERS.map((provider) => [provider.source.name, provider] as const))(
  'webhooks of %s',
  (name, provider) => {
    interface Sending {
      readonly headers?: Provider['examples'][number]['headers'];
      readonly proofOf?: string;
      readonly provenAt?: number;
    }
    type Provider = typeof provider;

    async function statusOf(body: string, sending: Sending = {}): Promise<number> {
      const { headers = {}, proofOf = body, provenAt = RECEIVED_AT } = sending;
      const proof = provider.prove(proofOf, secretOf(provider), provenAt);
      const { status } = await ingestor.request({
        method: 'POST',
        url: `/v1/webhooks/${name}`,
        headers: { 'content-type': 'application/json', ...sendable({ ...headers, ...proof }) },
        payload: body,
      });
      return status;
    }

    it('are taken as they are documented', async () => {
      for (const { payload, headers } of provider.examples) {
        expect(await statusOf(JSON.stringify(payload), { headers })).toBe(202);
      }
    }, 60_000);

    const body = JSON.stringify(provider.examples[0]?.payload);
    const { headers } = provider.examples[0] ?? { headers: {} };

    it('are refused without proof', async () => {
      const { status } = await ingestor.request({
        method: 'POST',
        url: `/v1/webhooks/${name}`,
        headers: { 'content-type': 'application/json', ...sendable(headers) },
        payload: body,
      });
      expect(status).toBe(401);
    });

    if (provider.proof !== 'secret') {
      it('are refused with another body than was signed', async () => {
        expect(await statusOf(body, { headers, proofOf: `${body} ` })).toBe(401);
      });
    }

    if (provider.proof === 'body and time') {
      it('are refused when they were signed long ago', async () => {
        const provenAt = RECEIVED_AT - 6 * 60 * 1000;
        expect(await statusOf(body, { headers, provenAt })).toBe(401);
      });
    }

    it(
      'are never our fault, wherever they are damaged, and leave nothing in the log',
      async () => {
        const first = ingestor.lines.length;
        await fc.assert(
          fc.asyncProperty(
            fc.constantFrom(...provider.examples),
            fc.nat(),
            fc.oneof(fc.string({ unit: 'binary' }), fc.constant(MARK), fc.json()),
            async ({ payload, headers }, place, damage) => {
              const text = JSON.stringify(payload);
              const at = place % text.length;
              const damaged = `${text.slice(0, at)}${damage}${text.slice(at + damage.length)}`;
              const status = await statusOf(damaged.toWellFormed(), { headers });
              expect([202, 400]).toContain(status);
            },
          ),
          { numRuns: DAMAGED },
        );
        const lines = ingestor.lines.slice(first).join('');
        expect(lines).not.toContain(MARK);
        expect(lines).not.toContain(secretOf(provider));
      },
      60_000 + DAMAGED * 20,
    );
  },
);

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

function sendable(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

it('take a secret at the end of the address, and log it nowhere', async () => {
  const open = await Ingestor.start({
    sources: { circleci: { secrets: [MARK], unsigned: false } },
  });
  try {
    await open.request({ method: 'POST', url: `/v1/webhooks/circleci/${MARK}`, payload: '{}' });
    expect(open.lines.join('')).not.toContain(MARK);
    expect(open.lines.join('')).toContain('/v1/webhooks/:source/:secret');
  } finally {
    await open.stop();
  }
});

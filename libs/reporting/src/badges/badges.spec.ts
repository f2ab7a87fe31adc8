import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { commit, deployment, sha } from '../events.fixture.js';
import { at } from '../organisation.fixture.js';
import { QueryApi } from '../query-api.fixture.js';

jest.setTimeout(60_000);

let now = at(21);
let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => now });
  const brought = (name: string) => ({ repository: 'acme/shop', sha: sha(name) });
  await api.record([
    commit('acme/shop', sha('a'), [], at(11)),
    commit('acme/shop', sha('b'), [sha('a')], at(12)),
    deployment('shop', '1', at(12), brought('a')),
    // 30 hours after it was written.
    deployment('shop', '2', at(13, 6), brought('b')),
    deployment('shop', '3', at(14), { ...brought('b'), status: 'failed' }),
    deployment('shop', '4', at(14, 2), { ...brought('b'), kind: 'hotfix', fixes: ['3'] }),
    deployment('shop', '5', at(15)),
  ]);
});

afterAll(() => api.stop());

/** What a badge says to who cannot see it. */
async function said(badge: string): Promise<string | undefined> {
  const { text } = await api.ask(`/v1/badges/${badge}`);
  const [, title] = /<title>([^<]*)<\/title>/.exec(text) ?? [];
  expect(text).toContain(`role="img" aria-label="${title}"`);
  return title;
}

describe('a badge', () => {
  it.each([
    // Four that succeeded in ten days.
    ['deployment-frequency', 'deployments: 2.8 a week'],
    ['change-lead-time', 'change lead time: 1 d 6 h'],
    ['change-fail-rate', 'change fail rate: 20.0 % of 5'],
    ['recovery-time', 'recovery time: 2 h'],
    ['rework-rate', 'rework rate: 20.0 % of 5'],
  ])('of %s says it in words', async (metric, words) => {
    expect(await said(`${metric}.svg?service=shop&days=10`)).toBe(words);
  });

  it('is blue, or grey and says unknown where nothing can be known', async () => {
    const { text: known } = await api.ask('/v1/badges/change-fail-rate.svg?service=shop');
    const { text: unknown } = await api.ask('/v1/badges/change-fail-rate.svg?service=other');
    expect(known).toContain('fill="#0b69a3"');
    expect(unknown).toContain('fill="#6b7280"');
    expect(unknown).toContain('<title>change fail rate: unknown</title>');
  });

  it('is of the window, the environment and the definition that are asked for', async () => {
    expect(await said('deployment-frequency.svg?service=shop&days=7')).toMatch(/: 2.0 a week$/);
    expect(await said('deployment-frequency.svg?environment=staging')).toMatch(/none$/);
    // This definition counts incidents, of which there are none.
    expect(await said('change-fail-rate.svg?service=shop&definition=gitlab')).toMatch(/0.0 % of/);
  });

  it('can be kept for five minutes, and shown by pages of other sites', async () => {
    const { headers } = await api.ask('/v1/badges/rework-rate.svg');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'max-age=300',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  it('that has not changed is not sent again', async () => {
    const address = `${api.url}/v1/badges/rework-rate.svg?service=shop`;
    const tag = (await fetch(address)).headers.get('etag') ?? '';
    const again = await fetch(address, { headers: { 'if-none-match': tag } });
    expect([tag, again.status]).toEqual([expect.stringMatching(/^W\/"/), 304]);
    expect(again.headers.get('cache-control')).toBe('max-age=300');
  });

  it('costs one question to the store a minute', async () => {
    const path = 'change-fail-rate.svg?service=shop&days=11';
    expect(await said(path)).toMatch(/of 5$/);
    await api.record([deployment('shop', '6', at(20))]);
    now += 59_000;
    expect(await said(path)).toMatch(/of 5$/);
    now += 2_000;
    expect(await said(path)).toMatch(/of 6$/);
  });
});

describe('a label', () => {
  it.each([
    ['our%20shop', 'our shop: '],
    ['%3Cscript%3Ealert(1)%3C/script%3E', '&lt;script&gt;alert(1)&lt;/script&gt;: '],
    ['%22%20onload=%22alert(1)', '&quot; onload=&quot;alert(1): '],
    ['a%E2%80%AEb%00c', 'a b c: '],
    ['%F0%9F%9A%80', '🚀: '],
    ['', ''],
  ])('%s stands as text on the left', async (label, begin) => {
    const path = `change-fail-rate.svg?service=other&label=${label}`;
    expect(await said(path)).toBe(`${begin}unknown`);
  });

  it.each(['flat', 'for-the-badge'])('never becomes markup in style %s', async (style) => {
    const label = encodeURIComponent('"><a href="javascript:alert(1)"><style>*{}</style>');
    const { text } = await api.ask(`/v1/badges/rework-rate.svg?style=${style}&label=${label}`);
    const elements = new Set([...text.matchAll(/<([^\s/>]+)/g)].map(([, name]) => name));
    const drawn =
      /^\/?(?:svg|title|g|rect|text|linearGradient|stop|clipPath|filter|feGaussianBlur)$/;
    expect([...elements].filter((name) => !drawn.test(name ?? ''))).toEqual([]);
    expect(text).not.toMatch(/\s(?:on\w+|href|style)="/);
  });

  it('has at most 60 characters', async () => {
    const { status } = await api.ask(`/v1/badges/rework-rate.svg?label=${'x'.repeat(61)}`);
    expect(status).toBe(400);
  });
});

describe('a badge that there cannot be', () => {
  it.each([
    ['mttr.svg', 404],
    ['constructor.svg', 404],
    ['rework-rate.svg?days=366', 400],
    ['rework-rate.svg?days=', 400],
    ['rework-rate.svg?style=plastic', 400],
    ['rework-rate.svg?services=shop', 400],
    ['rework-rate.svg?definition=none', 400],
    ['rework-rate.png', 404],
  ])('is refused: %s', async (badge, expected) => {
    const { status, headers } = await api.ask(`/v1/badges/${badge}`);
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([
      expected,
      'application/problem+json',
    ]);
  });
});

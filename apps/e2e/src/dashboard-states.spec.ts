import { afterAll, afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { Workbench } from '@throughline/testing';
import { Visitor } from './dashboard/visitor.js';
import { describeInBrowser } from './platform/describe-platform.js';
import { PlatformClient } from './platform/platform-client.js';

jest.setTimeout(180_000);

const PAGES = [
  '/',
  '/teams',
  '/services',
  '/deployments',
  '/incidents',
  '/alerts',
  '/alerts/history',
  '/quality',
  '/sources',
  '/definitions',
];

const now = Date.now();
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();

function deployment(id: string, days: number, facts: object = {}) {
  return {
    type: 'deployment',
    service: 'shop',
    environment: 'production',
    id,
    status: 'succeeded',
    finishedAt: daysAgo(days),
    ...facts,
  };
}

describeInBrowser('the dashboard', (chromium) => {
  const bench = new Workbench();
  let api: PlatformClient;
  let visitor: Visitor;

  beforeEach(async () => {
    const address = await bench.launchPlatform(await bench.folder()).ready();
    api = new PlatformClient(address);
    visitor = await Visitor.arrive(chromium, address);
  });

  afterEach(async () => {
    await visitor.leave();
    await bench.endPrograms();
  });

  afterAll(() => bench.clear());

  async function textOf(path: string): Promise<string> {
    await visitor.open(path);
    return visitor.page.getByRole('main').innerText();
  }

  async function opensWell(path: string): Promise<void> {
    await visitor.open(path);
    expect([path, visitor.problems(), await visitor.barriers(), await visitor.overflow()]).toEqual([
      path,
      [],
      [],
      0,
    ]);
  }

  it('without any event says what to do next, and fills as soon as one comes', async () => {
    for (const page of PAGES) await opensWell(page);
    expect(await textOf('/')).toContain('/v1/events');
    await api.send([deployment('1', 1, { version: 'the-first' })]);
    await visitor.page.getByRole('heading', { name: 'Deployment frequency' }).waitFor();
    expect(visitor.problems()).toEqual([]);
  });

  it('with one deployment shows its number, how little that says, and no made-up zero', async () => {
    await api.send([deployment('1', 1)]);
    await visitor.open('/');
    await visitor.page.getByRole('heading', { name: 'Change fail rate' }).waitFor();
    for (const page of PAGES) await opensWell(page);
    const text = (await textOf('/')).replaceAll(/\s+/g, ' ');
    expect(text).toContain('1 deployment');
    expect(text).toContain('0 of 1 deployment');
    // The Wilson interval of none in one reaches 79.3 %.
    expect(text).toContain('79.3 %');
    // No commit is known, so neither is a lead time.
    expect(text).toMatch(/Change lead time \?? ?–/);
    expect(text).toContain('too little data to compare');
  });

  it('with only failures shows them all open, and a rate that is not 0', async () => {
    const failures = [1, 2, 3].map((day) => deployment(String(day), day, { status: 'failed' }));
    await api.send(failures);
    await visitor.open('/');
    await visitor.page.getByRole('heading', { name: 'Change fail rate' }).waitFor();
    for (const page of PAGES) await opensWell(page);
    const text = (await textOf('/')).replaceAll(/\s+/g, ' ');
    expect(text).toContain('100.0 %');
    expect(text).toContain('3 of 3 deployments');
    expect(text).toContain('0 of 3 failures');
    expect((await textOf('/alerts')).match(/shop/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('outside of the window says where the nearest deployment is', async () => {
    await api.send([deployment('old', 200)]);
    await visitor.open('/');
    const text = await visitor.page.getByRole('main').innerText();
    expect(text).toContain('No deployment in this window');
    await visitor.open('/?last=365d');
    await visitor.page.getByRole('heading', { name: 'Change fail rate' }).waitFor();
  });

  it('shows whatever an event says as text', async () => {
    const script = '<script>globalThis.broken=1</script><img src=x onerror="globalThis.broken=1">';
    const bidi = 'invoice\u202Egnp.exe\u2066';
    const long = `${'long '.repeat(2_000)}end`;
    const emoji = 'Zoë 🦆👩‍👩‍👧‍👦 \u0301\u0301';
    const formula = '=cmd|"/c calc"!A0';
    const strings = [script, bidi, long, emoji, formula, 'javascript:globalThis.broken=1'];
    await api.send(
      strings.flatMap((text, index) => {
        const service = text.slice(0, 200);
        return [
          {
            type: 'service',
            name: service,
            team: service,
            owner: service,
            runbookUrl: 'https://x.example/',
          },
          deployment(`${index} ${service.slice(0, 60)}`, index + 1, {
            service,
            version: text.slice(0, 200),
            status: 'failed',
          }),
          {
            type: 'incident',
            source: 'pager',
            id: `${index} ${service.slice(0, 60)}`,
            service,
            title: text,
            openedAt: daysAgo(index + 1),
          },
        ];
      }),
    );
    await visitor.open('/');
    await visitor.page.getByRole('heading', { name: 'Change fail rate' }).waitFor();
    const { body } = await api.get('/v1/deployments', { limit: '10' });
    const places = (body['items'] as Record<'service' | 'environment' | 'id', string>[]).flatMap(
      ({ service, environment, id }) => [
        `/services/${encodeURIComponent(service)}`,
        `/teams/${encodeURIComponent(service)}`,
        `/deployments/${[service, environment, id].map(encodeURIComponent).join('/')}`,
        `/incidents/pager/${encodeURIComponent(id)}`,
      ],
    );
    for (const page of [...PAGES, ...places]) await opensWell(page);
    expect(await visitor.page.evaluate('globalThis.broken')).toBeUndefined();
    expect(await textOf('/incidents')).toContain('<script>');
    // A direction that is turned round stays in its own piece of text.
    const isolated = await visitor.page.evaluate<boolean>(
      `[...document.querySelectorAll('td *, li *, dd *')]
        .filter((part) => part.children.length === 0 && part.textContent.includes('\\u202E'))
        .every((part) => ['isolate', 'plaintext', 'isolate-override'].includes(getComputedStyle(part.closest('.said') ?? part).unicodeBidi))`,
    );
    expect(isolated).toBe(true);
  });

  it('says what happened when the platform goes away', async () => {
    await api.send([deployment('1', 1)]);
    await visitor.open('/deployments');
    await bench.endPrograms();
    await visitor.page
      .getByText(/Not live/)
      .first()
      .waitFor();
    await visitor.page.getByRole('button', { name: /^Window/ }).click();
    await visitor.page.getByRole('button', { name: 'Last 30 days' }).click();
    // The question is repeated twice before that, and a busy machine draws slowly meanwhile.
    await visitor.page
      .getByText('Throughline does not answer')
      .first()
      .waitFor({ timeout: 90_000 });
  });
});

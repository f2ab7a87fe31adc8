import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Workbench } from '@throughline/testing';
import { roundingOf, secondsSaid } from './dashboard/read-words.js';
import { DESK, PHONE, Visitor, WALL } from './dashboard/visitor.js';
import { describeInBrowser } from './platform/describe-platform.js';
import { PlatformClient } from './platform/platform-client.js';

jest.setTimeout(300_000);

interface Numbers {
  readonly deploymentFrequency: { readonly deployments: number; readonly perDay: number };
  readonly changeLeadTime: { readonly commits: number; readonly p50: number };
  readonly changeFailRate: Readonly<Record<'failed' | 'deployments' | 'rate', number>>;
  readonly recoveryTime: Readonly<Record<'failed' | 'recovered' | 'p50', number>>;
  readonly reworkRate: Readonly<Record<'rework' | 'deployments' | 'rate', number>>;
}

interface Group extends Numbers {
  readonly group: Readonly<Record<string, string>>;
}

describeInBrowser('the dashboard on the demo’s data', (chromium) => {
  const bench = new Workbench();
  let address = '';
  let api: PlatformClient;
  let visitor: Visitor;
  /** Fixed dates: the page and the question beside it are about the same, however long a test takes. */
  let window = '';
  let from = '';
  let to = '';

  beforeAll(async () => {
    const environment = { TMPDIR: await bench.folder() };
    const words = ['demo', '--exit', '--keep', '--json', '--port', '0'];
    const demo = await bench.command(words, { environment });
    const data = /^The data is kept in (.+)$/m.exec(demo.stderr)?.[1] ?? '';
    const shown = JSON.parse(demo.stdout) as { readonly to: string };
    to = shown.to.slice(0, 10);
    from = new Date(Date.parse(to) - 90 * 86_400_000).toISOString().slice(0, 10);
    window = `from=${from}&to=${to}`;
    address = await bench.launchPlatform(dirname(data)).ready();
    api = new PlatformClient(address);
    visitor = await Visitor.arrive(chromium, address);
  });

  afterAll(async () => {
    await visitor.leave();
    await bench.clear();
  });

  async function rows(query: Record<string, string> = {}): Promise<readonly Group[]> {
    const { body } = await api.get('/v1/metrics', { from, to, ...query });
    return body['rows'] as readonly Group[];
  }

  async function firstOf(path: string, query: Record<string, string> = {}) {
    const { body } = await api.get(path, { from, to, limit: '1', ...query });
    const [item] = body['items'] as readonly Record<string, string>[];
    if (item === undefined) throw new Error(`the demo has nothing at ${path}`);
    return item;
  }

  /** The addresses of every page, with something of the demo in each. */
  async function everyPage(): Promise<readonly string[]> {
    const deployment = await firstOf('/v1/deployments', { failed: 'true' });
    const incident = await firstOf('/v1/incidents');
    const place = ['service', 'environment', 'id'].map((key) =>
      encodeURIComponent(deployment[key] ?? ''),
    );
    return [
      '/',
      '/teams',
      '/teams/payments',
      '/services',
      '/services/payments-api',
      '/deployments',
      `/deployments/${place.join('/')}`,
      `/commits/${deployment['sha'] ?? ''}`,
      '/incidents',
      `/incidents/${encodeURIComponent(incident['source'] ?? '')}/${encodeURIComponent(incident['id'] ?? '')}`,
      '/alerts',
      '/alerts/history',
      '/quality',
      '/quality/incident_without_deployment',
      '/sources',
      '/definitions',
    ];
  }

  it('shows the five numbers that the API answers', async () => {
    const [whole] = await rows();
    await visitor.open(`/?${window}`);
    await expectTiles(visitor, whole);
    expect(visitor.problems()).toEqual([]);
  });

  it('shows the numbers of each service that the API answers', async () => {
    const services = await rows({ groupBy: 'service' });
    await visitor.open(`/services?${window}`);
    for (const { group, changeFailRate } of services) {
      const row = visitor.page.getByRole('row').filter({
        has: visitor.page.getByRole('link', { name: group['service'] ?? '', exact: true }),
      });
      const { failed, deployments } = changeFailRate;
      const said = (await row.first().innerText()).replaceAll(/\s+/g, ' ');
      expect(said).toContain(`${failed} of ${deployments}`);
    }
    expect(services.length).toBeGreaterThan(5);
  });

  it.each(['team', 'service'] as const)('shows on the page of a %s its own numbers', async (of) => {
    const group = (await rows({ groupBy: of })).find(
      ({ group, changeFailRate }) => group[of] !== undefined && changeFailRate.failed > 0,
    );
    await visitor.open(`/${of}s/${group?.group[of] ?? ''}?${window}`);
    await expectTiles(visitor, group);
    expect(visitor.problems()).toEqual([]);
  });

  it('opens every page without an error, without another host, and without a barrier', async () => {
    for (const page of await everyPage()) {
      const address = `${page}?${window}`;
      await visitor.open(address);
      const barriers = await visitor.barriers();
      expect([address, visitor.problems(), barriers]).toEqual([address, [], []]);
    }
  });

  it.each([
    ['390 px', PHONE],
    ['2560 px', WALL],
    ['the dark', { ...DESK, colours: 'dark' as const }],
  ])('holds every page in %s, with no barrier there either', async (_, screen) => {
    const other = await Visitor.arrive(chromium, address, screen);
    try {
      for (const page of await everyPage()) {
        await other.open(`${page}?${window}`);
        const found = [page, await other.overflow(), await other.barriers(), other.problems()];
        expect(found).toEqual([page, 0, [], []]);
      }
    } finally {
      await other.leave();
    }
  });

  it('explains a number down to a deployment, and the panel gives the focus back', async () => {
    const [whole] = await rows();
    const { page } = visitor;
    await visitor.open(`/?${window}`);
    const number = page.getByRole('button', { name: /explain Change fail rate$/ });
    await number.click();
    const panel = page.getByRole('dialog');
    const deployment = panel.locator('a[href*="/deployments/"]').first();
    await panel.waitFor();
    await deployment.waitFor();
    const { failed = 0, deployments = 0 } = whole?.changeFailRate ?? {};
    const said = (await panel.innerText()).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(new RegExp(`\\b${failed}\\b`));
    expect(said).toMatch(new RegExp(`\\b${deployments}\\b`));
    expect(await visitor.barriers()).toEqual([]);
    expect(page.url()).toContain('explain=changeFailRate.rate');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('explain=');
    await number.click();
    await deployment.click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForURL(/\/deployments\/[^/]+\/[^/]+\/[^/?]+/);
    expect(visitor.problems()).toEqual([]);
  });

  it('keeps what a page is about in its address, by the API’s own names', async () => {
    const { page } = visitor;
    await visitor.open(`/?${window}`);
    const find = page.getByRole('combobox', { name: /Only these teams/ });
    await find.click();
    await find.pressSequentially('search-a');
    await page.getByRole('option', { name: 'search-api' }).first().waitFor();
    await find.press('ArrowDown');
    await find.press('Enter');
    await page.waitForURL(/service=search-api/);
    await visitor.settled();
    const [narrowed] = await rows({ service: 'search-api' });
    await expectTiles(visitor, narrowed);
    await page.getByRole('link', { name: 'Deployments', exact: true }).click();
    await page.waitForURL(/\/deployments\?.*service=search-api/);
    await page.goBack();
    await page.waitForURL(/\/\?.*service=search-api/);
    expect(visitor.problems()).toEqual([]);
  });

  it('counts by another definition when one is chosen in the address', async () => {
    const [gitlab] = await rows({ definition: 'gitlab' });
    await visitor.open(`/?${window}&definition=gitlab`);
    const tile = await tileOf(visitor, 'Change fail rate');
    expect(tile).toContain(`${gitlab?.changeFailRate.failed ?? ''} of`);
    expect(await tileOf(visitor, 'Rework rate')).toContain('not in this definition');
  });

  it('can be used by keyboard alone', async () => {
    const { page } = visitor;
    await visitor.open(`/?${window}`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toMatch(/^Skip/);
    const number = page.getByRole('button', { name: /explain Recovery time$/ });
    await number.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await visitor.until(
      'the focus to be back',
      `document.activeElement.getAttribute('aria-label')?.endsWith('explain Recovery time') === true`,
    );
  });

  it('saves a drawing as PNG and a table as CSV', async () => {
    const { page } = visitor;
    await visitor.open(`/?${window}`);
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: /as PNG/ })
        .first()
        .click(),
    ]);
    expect(picture.suggestedFilename()).toMatch(/^throughline-.+\.png$/);
    expect((await bytesOf(picture)).subarray(1, 4).toString()).toBe('PNG');
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /CSV/ }).first().click(),
    ]);
    const lines = (await bytesOf(table)).toString().split('\r\n');
    expect(lines[0]).toContain('changeFailRate.rate');
    expect(lines.filter((line) => line !== '')).toHaveLength(
      (await rows({ groupBy: 'service' })).length + 1,
    );
    expect(visitor.problems()).toEqual([]);
  });

  it('shows what comes in while it is open', async () => {
    const { page } = visitor;
    await visitor.open('/deployments?last=7d');
    const id = `live-${crypto.randomUUID().slice(0, 8)}`;
    await api.send([
      {
        type: 'deployment',
        service: 'payments-api',
        environment: 'production',
        id,
        version: id,
        status: 'succeeded',
        finishedAt: new Date().toISOString(),
      },
    ]);
    await page.getByText(id).first().waitFor();
    expect(visitor.problems()).toEqual([]);
  });

  it('prints a long list whole', async () => {
    const { page } = visitor;
    await visitor.open(`/deployments?${window}`);
    await page.getByRole('row').nth(20).waitFor();
    const inSight = await page.getByRole('row').count();
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    expect(await page.getByRole('row').count()).toBeGreaterThan(inSight);
  });
});

async function tileOf({ page }: Visitor, title: string): Promise<string> {
  const tile = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  return (await tile.first().innerText()).replaceAll(/\s+/g, ' ');
}

async function expectTiles(visitor: Visitor, row: Numbers | undefined): Promise<void> {
  if (row === undefined) throw new Error('the API has no such row');
  const { deploymentFrequency, changeLeadTime, changeFailRate, recoveryTime, reworkRate } = row;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  expect(await tileOf(visitor, 'Deployment frequency')).toContain(
    `${deploymentFrequency.deployments.toLocaleString('en-GB')} deployment`,
  );
  expect(await tileOf(visitor, 'Change fail rate')).toContain(percent(changeFailRate.rate));
  expect(await tileOf(visitor, 'Change fail rate')).toContain(
    `${changeFailRate.failed} of ${changeFailRate.deployments} deployment`,
  );
  expect(await tileOf(visitor, 'Rework rate')).toContain(
    `${reworkRate.rework} of ${reworkRate.deployments} deployment`,
  );
  expect(await tileOf(visitor, 'Rework rate')).toContain(percent(reworkRate.rate));
  expect(await tileOf(visitor, 'Recovery time')).toContain(
    `${recoveryTime.recovered} of ${recoveryTime.failed} failure`,
  );
  for (const [title, seconds] of [
    ['Change lead time', changeLeadTime.p50],
    ['Recovery time', recoveryTime.p50],
  ] as const) {
    const said = await visitor.page
      .getByRole('button', { name: new RegExp(`explain ${title}`) })
      .first()
      .innerText();
    expect(Math.abs(secondsSaid(said) - seconds)).toBeLessThanOrEqual(roundingOf(said));
  }
}

async function bytesOf(download: {
  createReadStream: () => Promise<AsyncIterable<Uint8Array>>;
}): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

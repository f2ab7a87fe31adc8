import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { Workbench } from '@throughline/testing';
import { AlertReceiver } from './alerting/alert-receiver.js';
import { runOfFailures, usualQuarter } from './alerting/failing-deployments.js';
import { DESK, PHONE, Visitor } from './dashboard/visitor.js';
import { describeInBrowser } from './platform/describe-platform.js';
import { PlatformClient } from './platform/platform-client.js';

jest.setTimeout(300_000);

/** A receiver that answers so will never be sent to again, until somebody says otherwise. */
const GONE = 410;

describeInBrowser('the dashboard, when changes begin to fail', (chromium) => {
  const bench = new Workbench();
  let receiver: AlertReceiver;
  let folder: string;
  let api: PlatformClient;
  let address: string;
  let visitor: Visitor;

  beforeEach(async () => {
    receiver = await AlertReceiver.listen();
    folder = await bench.folder();
    await receiver.configure(folder);
    await start();
  });

  afterEach(async () => {
    await visitor.leave();
    await bench.clear();
    await receiver.close();
  });

  async function start(): Promise<void> {
    address = await bench.launchPlatform(folder).ready();
    api = new PlatformClient(address);
    visitor = await Visitor.arrive(chromium, address);
  }

  /** Eight failures in a row of a service that fails seldom. */
  async function fail(service: string): Promise<void> {
    const now = Date.now();
    await api.send([...usualQuarter(service, now), ...runOfFailures(service, now - 60_000)]);
  }

  const link = (title: RegExp) => visitor.page.getByRole('main').getByRole('link', { name: title });

  async function openAlert(): Promise<void> {
    await visitor.open('/alerts');
    await followAlert();
  }

  async function followAlert(): Promise<void> {
    await link(/^api in production: 8 of the last 8 deployments failed/).click();
    await visitor.page.getByRole('heading', { name: 'Why' }).waitFor();
    await visitor.settled();
  }

  async function takeOn(name: string): Promise<void> {
    await visitor.page.getByLabel('Your name').fill(name);
    await visitor.page.getByRole('button', { name: 'Take it on' }).click();
  }

  it('shows an alert as it is raised wherever one looks, who took it on, and what it goes by', async () => {
    const { page } = visitor;
    await visitor.open('/alerts');
    expect(await page.getByRole('main').innerText()).toContain('No alert fires.');
    await api.send([{ type: 'service', name: 'api', team: 'payments' }]);
    await fail('api');
    await page.getByRole('link', { name: 'Alerts 1 firing' }).waitFor();
    for (const place of ['/services/api', '/teams/payments', '/alerts/history', '/alerts']) {
      await visitor.open(place);
      await link(/^api in production: 8 of the last 8 deployments failed/).waitFor();
    }

    await openAlert();
    await page.getByText(/^Firing since/).waitFor();
    await takeOn('Zoë Mårtensson');
    await page.getByText('took it on').waitFor();
    await page.getByText('that it was taken on').waitFor();
    expect(receiver.of('alert.acknowledged', ['api'])).toHaveLength(1);

    const marks = page
      .getByRole('region', { name: 'The deployments, one after another' })
      .getByRole('link');
    expect(await marks.count()).toBe(8);
    const score = page.getByRole('img', { name: /^The score after each deployment/ });
    const [, scores = '', threshold] =
      /: (.+)\. At (.+) it is an alert/.exec((await score.getAttribute('aria-label')) ?? '') ?? [];
    expect(scores.split(', ')).toHaveLength(8);
    expect(scores.split(', ').at(-1)).toBe(threshold);
    await marks.last().click();
    await page.waitForURL(/\/deployments\/api\/production\/api-failing-7/);
    expect(visitor.problems()).toEqual([]);
  });

  it('sends again what a receiver would not take, and ends what is said to be normal', async () => {
    receiver.status = GONE;
    await fail('api');
    await receiver.until('the first attempt', () => receiver.refused > 0);
    await openAlert();
    const again = visitor.page.getByRole('button', { name: /^Send again to tests/ });
    await again.waitFor();
    receiver.status = 200;
    await again.click();
    await receiver.until('the alert', () => receiver.of('alert.opened', ['api']).length === 1);
    await visitor.page.getByText(/^delivered on/).waitFor();

    await visitor.page.getByLabel(/^This is the new normal/).check();
    await takeOn('Ada');
    await visitor.page.getByText(/^Over: it fired for .*said to be normal now/).waitFor();
    await visitor.page.getByRole('link', { name: 'Alerts', exact: true }).waitFor();
    expect(visitor.problems()).toEqual([]);
  });

  it('says what a token lacks that may not take an alert on', async () => {
    await fail('api');
    await receiver.until('the alert', () => receiver.of('alert.opened').length > 0);
    await visitor.leave();
    await bench.endPrograms();
    const { stdout } = await bench.command([
      'token',
      'create',
      '--name',
      'ada',
      '--scope',
      'read',
      '--json',
    ]);
    const { token, sha256 } = JSON.parse(stdout) as Record<'token' | 'sha256', string>;
    const tokens = `tokens: [{ name: ada, sha256: '${sha256}', scopes: [read] }]\n`;
    await appendFile(join(folder, 'throughline.yaml'), tokens);
    await start();
    await visitor.open('/alerts');
    await visitor.page.getByLabel('Token').fill(token);
    await visitor.page.getByRole('button', { name: 'Open the dashboard' }).click();
    await followAlert();
    await takeOn('Ada');
    await visitor.page.getByText('Your token may not do this').waitFor();
    expect(await visitor.barriers()).toEqual([]);
  });

  it('shows a common cause with its parts, for everybody, in light and dark and on a phone', async () => {
    const services = [
      '<img src=x onerror="globalThis.broken=1">',
      'invoice\u202Egnp.exe\u2066',
      `long-${'name-'.repeat(30)}`,
    ];
    for (const service of services) await fail(service);
    await receiver.until('the common cause', () =>
      receiver.of('alert.opened').some(({ alert }) => alert.kind === 'common-cause'),
    );
    const { body } = await api.get('/v1/alerts');
    const alerts = body['items'] as readonly Record<'id' | 'kind', string>[];
    expect(alerts).toHaveLength(services.length + 1);
    const [cause, part] = ['common-cause', 'change-failure-spike'].map((kind) =>
      alerts.find((alert) => alert.kind === kind),
    );
    const pages = [
      '/alerts',
      '/alerts/history',
      `/alerts/${cause?.id ?? ''}`,
      `/alerts/${part?.id ?? ''}`,
      `/services/${encodeURIComponent(services[0] ?? '')}`,
    ];
    for (const screen of [DESK, PHONE, { ...DESK, colours: 'dark' as const }]) {
      const other = await Visitor.arrive(chromium, address, screen);
      try {
        for (const page of pages) {
          await other.open(page);
          const found = [page, await other.overflow(), await other.barriers(), other.problems()];
          expect(found).toEqual([page, 0, [], []]);
          expect(await other.page.evaluate('globalThis.broken')).toBeUndefined();
        }
      } finally {
        await other.leave();
      }
    }
  });
});

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { until, Workbench } from '@throughline/testing';
import { Visitor } from './dashboard/visitor.js';
import { describeInBrowser } from './platform/describe-platform.js';
import { PlatformClient } from './platform/platform-client.js';

jest.setTimeout(600_000);

const SERVICES = 1_000;
const DEPLOYMENTS_EACH = 12;
const TWO_YEARS_MS = 730 * 86_400_000;
/** More than a screen of rows, and far fewer than there are. */
const MOST_ROWS_DRAWN = 80;

/** Where the table is in sight, so are rows of it, and no empty stretch in their place. */
const ROWS_IN_SIGHT = `(() => {
  const inSight = (part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const rows = [...document.querySelectorAll('tbody tr[data-index]')];
  return rows.some(inSight) || !inSight(rows[0].closest('tbody'));
})()`;

describeInBrowser('the dashboard of 1,000 services and two years', (chromium) => {
  const bench = new Workbench();
  let api: PlatformClient;
  let visitor: Visitor;

  beforeAll(async () => {
    const address = await bench.launchPlatform(await bench.folder()).ready();
    api = new PlatformClient(address);
    const events = organisation(Date.now());
    for (let start = 0; start < events.length; start += 5_000) {
      await api.send(events.slice(start, start + 5_000));
    }
    const last = SERVICES * DEPLOYMENTS_EACH;
    await until(
      'every deployment to be counted',
      async () => {
        const from = new Date(Date.now() - TWO_YEARS_MS).toISOString();
        const { body } = await api.get('/v1/metrics', { from, metrics: 'deploymentFrequency' });
        const [row] = body['rows'] as { deploymentFrequency: { deployments: number } }[];
        return row?.deploymentFrequency.deployments === last ? true : undefined;
      },
      240_000,
    );
    visitor = await Visitor.arrive(chromium, address);
  });

  afterAll(async () => {
    await visitor.leave();
    await bench.clear();
  });

  it.each(['/', '/services'])(
    'draws at %s only the rows in sight, and all of them in turn',
    async (path) => {
      const { page } = visitor;
      await visitor.open(`${path}?last=730d`);
      const table = page.getByRole('table').filter({ hasText: 'Lead time' });
      await table.getByRole('link').first().waitFor();
      expect(await table.getAttribute('aria-rowcount')).toBe(String(SERVICES + 1));
      // By name, so that it is known which is the last.
      await table.getByRole('button', { name: /^(Service|Name)/ }).click();
      const seen = new Set<string>();
      const bottom = 'document.documentElement.scrollHeight';
      // Rows are measured when they are drawn, so the page may grow while it is scrolled through.
      for (let top = 0; top <= (await page.evaluate<number>(bottom)); top += 600) {
        await page.evaluate(`window.scrollTo(0, ${top})`);
        await visitor.until('rows in sight', ROWS_IN_SIGHT);
        const rows = table.locator('tbody tr[data-index]');
        expect(await rows.count()).toBeLessThanOrEqual(MOST_ROWS_DRAWN);
        for (const name of await table.getByRole('link', { name: /^service-/ }).allInnerTexts()) {
          seen.add(name);
        }
      }
      expect(seen.size).toBe(SERVICES);
      expect(visitor.problems()).toEqual([]);
    },
  );

  it('finds one of a thousand by typing its name', async () => {
    const { page } = visitor;
    await visitor.open('/?last=30d');
    const find = page.getByRole('combobox', { name: /Only these teams/ });
    await find.click();
    await find.pressSequentially('service-0777');
    await page.getByRole('option', { name: 'service-0777', exact: true }).waitFor();
    await find.press('ArrowDown');
    await find.press('Enter');
    await page.waitForURL(/service=service-0777/);
    expect(visitor.problems()).toEqual([]);
  });
});

/** Services of a hundred teams, each deployed every two months with a commit of its own; one in ten fails. */
function organisation(now: number): readonly object[] {
  const step = TWO_YEARS_MS / DEPLOYMENTS_EACH;
  return Array.from({ length: SERVICES }, (_, index) => {
    const service = `service-${String(index).padStart(4, '0')}`;
    const repository = `acme/${service}`;
    const shaOf = (number: number) =>
      `${index + 1}`.padStart(20, '0') + `${number}`.padStart(20, '0');
    const deployments = Array.from({ length: DEPLOYMENTS_EACH }, (_, number) => {
      const finishedAt = now - TWO_YEARS_MS + number * step + (index + 1) * 60_000 + 3_600_000;
      const sha = shaOf(number);
      const parents = number === 0 ? [] : [shaOf(number - 1)];
      return [
        { type: 'commit', repository, sha, parents, authoredAt: finishedAt - (index + 1) * 60_000 },
        {
          type: 'deployment',
          service,
          environment: 'production',
          id: String(number),
          repository,
          sha,
          status: 'succeeded',
          finishedAt,
          ...((index + number) % 10 === 0 && { changeFailure: true }),
        },
      ];
    });
    return [{ type: 'service', name: service, team: `team-${index % 100}` }, ...deployments.flat()];
  }).flat();
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { until, Workbench } from '@throughline/testing';
import { describePlatform } from './platform/describe-platform.js';
import { ALWAYS, type MetricsRow, PlatformClient } from './platform/platform-client.js';

jest.setTimeout(120_000);

/** The week of docs/metrics.md, whose numbers are worked out there by hand. */
const EXAMPLE = new URL('../../../docs/examples/a-week.ndjson', import.meta.url);
const WEEK = ['--week', '2026-W10'];

const TITLE = '<script>alert(1)</script> [x](javascript:alert(1)) a|b \u202Eevil';

const OPEN = {
  type: 'incident',
  id: 'INC-9',
  service: 'checkout',
  environment: 'production',
  openedAt: Date.now() - 3_600_000,
  title: TITLE,
  url: 'https://pager.example/9)](x',
};

describePlatform('throughline digest', () => {
  const bench = new Workbench();
  let url: string;

  beforeAll(async () => {
    url = await bench.launchPlatform(await bench.folder()).ready();
    const api = new PlatformClient(url);
    const lines = (await readFile(EXAMPLE, 'utf8')).trim().split('\n');
    await api.send([...lines.map((line) => JSON.parse(line) as object), OPEN]);
    await until('all of it to be counted', async () => {
      const { body } = await api.get('/v1/metrics', ALWAYS);
      const [row] = body['rows'] as (MetricsRow & { timeToRestore: { incidents: number } })[];
      const { failed, deployments } = row?.changeFailRate ?? {};
      const counted = [
        row?.changeLeadTime.commits,
        failed,
        deployments,
        row?.timeToRestore.incidents,
      ];
      return counted.join(' ') === '4 2 5 2' ? true : undefined;
    });
  });

  afterAll(() => bench.clear());

  const digest = async (...words: string[]) => {
    const { exitCode, stdout, stderr } = await bench.command([
      'digest',
      ...WEEK,
      ...['--url', url, '--service', 'checkout'],
      ...words,
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    return stdout;
  };

  it('says in Markdown what the week was like', async () => {
    const text = await digest('--dashboard-url', 'https://dora.example.com/');
    expect(text).toContain('# Delivery in week 10 of 2026');
    expect(text).toContain('2 – 8 March 2026 (UTC) · service checkout · definition dora version 2');
    expect(text).toContain(
      '| Change fail rate | 40.0 % · 95 % interval 11.8–76.9 % · 2 of 5 deployments',
    );
    expect(text).toContain('Against the week before: too little data to tell');
    expect(text).toContain('| Change lead time | 22 h (p90 2 d)');
    expect(text).toMatch(
      /\| \[d2\]\(https:\/\/dora\.example\.com\/deployments\/checkout\/production\/d2\) .* after 2 h \|/,
    );
    expect(text).toMatch(/\| \[d4\].* open for /);
    expect(text).toContain('## Alerts of the week\n\nNone.');
    expect(text).toContain('Waiting to be deployed now: 1 commit.');
  });

  it('takes nothing that an event says for Markdown', async () => {
    const line = (await digest()).split('\n').find((one) => one.includes('alert(1)')) ?? '';
    expect(line).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; \\[x\\](javascript:alert(1)) a\\|b evil](http',
    );
    expect(line).not.toContain('](javascript:alert(1))](');
  });

  it('is one HTML file in which what an event says is text', async () => {
    const file = join(await bench.folder(), 'digest.html');
    expect(await digest('--format', 'html', '--out', file)).toBe('');
    const html = await readFile(file, 'utf8');
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) a|b evil</bdi></a>',
    );
    expect(html).not.toMatch(/<script|href="javascript:|<img|\p{Bidi_Control}/u);
    expect(html).toContain('<span class="first">40.0 %</span>');
  });

  it('says in a week without anything that nothing can be known', async () => {
    const text = await digest('--week', '2025-W10');
    expect(text).toContain(
      '| Change fail rate | unknown · 95 % interval unknown · 0 of 0 deployments',
    );
    expect(text).toContain('No number changed clearly');
  });
});

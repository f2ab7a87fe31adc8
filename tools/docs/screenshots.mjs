/*
 * `npm run docs:screenshots`: runs the demo, opens every page of the dashboard in Chromium and keeps a picture of each
 * in docs/images/dashboard. The demo's organisation is the same every time, its days end today.
 */
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../test/browser-lane.mjs';

const FOLDER = new URL('../../docs/images/dashboard/', import.meta.url);
const MAIN = fileURLToPath(new URL('../../apps/throughline/dist/main.js', import.meta.url));

const WIDTH = 1360;
const HEIGHT = 860;
/** WebP of this quality keeps small letters sharp, at some 40 kB a page. */
const QUALITY = 80;

/** Name of the picture, its page, and what is different about it. */
const PICTURES = [
  { name: 'overview', path: () => '/', height: 1500 },
  { name: 'overview-dark', path: () => '/', colours: 'dark' },
  { name: 'overview-phone', path: () => '/', width: 390, height: 844 },
  { name: 'explain', path: () => '/?explain=changeFailRate.rate' },
  { name: 'definition', path: () => '/?define=changeLeadTime' },
  { name: 'teams', path: () => '/teams' },
  { name: 'team', path: () => '/teams/payments' },
  { name: 'services', path: () => '/services' },
  { name: 'service', path: () => '/services/payments-api' },
  { name: 'deployments', path: () => '/deployments' },
  { name: 'deployment', path: ({ deployment }) => deployment },
  { name: 'commit', path: ({ commit }) => commit },
  { name: 'incidents', path: () => '/incidents' },
  { name: 'incident', path: ({ incident }) => incident },
  { name: 'alerts', path: () => '/alerts' },
  { name: 'alert', path: ({ alert }) => alert, height: 1250 },
  { name: 'alert-history', path: () => '/alerts/history?last=180d' },
  { name: 'quality', path: () => '/quality' },
  { name: 'sources', path: () => '/sources' },
  { name: 'definitions', path: () => '/definitions' },
];

const executablePath = findChromium(process.env);
if (executablePath === undefined)
  throw new Error('No Chromium: name one in THROUGHLINE_TEST_CHROMIUM.');

const demo = spawn(process.execPath, [MAIN, 'demo', '--port', '0', '--json'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const { url } = JSON.parse(await jsonOf(demo.stdout));
  const shown = await whatToShow(url);
  await mkdir(FOLDER, { recursive: true });
  for (const picture of PICTURES) {
    await keep(picture, `${url}${picture.path(shown)}`);
    console.log(`docs/images/dashboard/${picture.name}.webp`);
  }
} finally {
  await browser.close();
  demo.kill('SIGTERM');
}

/** The demo's answer is one JSON document, which ends where it can be parsed. */
async function jsonOf(stream) {
  let text = '';
  for await (const chunk of stream) {
    text += chunk;
    try {
      JSON.parse(text);
      return text;
    } catch {
      // Not all of it yet.
    }
  }
  throw new Error(`The demo ended before it had said everything: ${text}`);
}

/** A failed deployment, one of its commits, an incident and an alert: things that have something to show. */
async function whatToShow(url) {
  const [deployments, incidents, alerts] = await Promise.all([
    itemsOf(`${url}/v1/deployments?failed=true&recovered=true`),
    itemsOf(`${url}/v1/incidents?open=false`),
    itemsOf(`${url}/v1/alerts`),
  ]);
  const deployment = deployments.find(({ commits }) => commits > 2) ?? deployments[0];
  const [incident] = incidents;
  const [alert] = alerts;
  const path = (...parts) => `/${parts.map(encodeURIComponent).join('/')}`;
  return {
    deployment: path('deployments', deployment.service, deployment.environment, deployment.id),
    commit: path('commits', deployment.sha),
    incident: path('incidents', incident.source, incident.id),
    alert: path('alerts', alert.id),
  };
}

/** What a list of the API has; alerts are decided a moment after what they are about is there. */
async function itemsOf(question) {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const { items } = await (await fetch(question)).json();
    if (items.length > 0) return items;
    await delay(500);
  }
  throw new Error(`The demo has nothing to show for ${question}`);
}

async function keep({ name, width = WIDTH, height = HEIGHT, colours = 'light' }, address) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: colours,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.getByRole('heading').first().waitFor();
  await nothingAsked(page);
  await page.evaluate('document.fonts.ready');
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
  });
  await writeFile(new URL(`${name}.webp`, FOLDER), Buffer.from(data, 'base64'));
  await context.close();
}

/** Waits until every part of the page has its answer. */
async function nothingAsked(page) {
  const asked = `document.querySelector('[aria-busy=true]') !== null`;
  while (await page.evaluate(asked)) await page.waitForTimeout(100);
}

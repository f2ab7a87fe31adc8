import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { parse } from 'yaml';
import { z } from 'zod';
import { genericSource } from './generic-source.js';

/* What our documents give for people to copy (docs/sources/generic.md), held to what is read here. */

const page = readFileSync(new URL('../../../../docs/sources/generic.md', import.meta.url), 'utf8');

const file = z.object({ sources: z.record(z.string(), z.object({ events: z.string() })) });

const expressions = new Map(
  [...page.matchAll(/```yaml\n([\s\S]+?)```/g)].flatMap(([, yaml = '']) =>
    Object.entries(file.parse(parse(yaml)).sources).map(([name, { events }]) => [name, events]),
  ),
);

/** What the log has of what the page's expression makes of it. */
async function kept(name: string, payload: unknown) {
  const source = genericSource(name, { events: expressions.get(name) ?? '' });
  const result = await source.normalise(payload, {});
  if (result.kind !== 'events') throw new Error(result.reason);
  return result.events.map((event) => {
    const parsed = parseEvent(event, 0);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return parsed.event;
  });
}

const NOON = Date.UTC(2026, 2, 1, 12);
const HALF_PAST = NOON + 30 * 60_000;

it('makes a deployment', async () => {
  const run = {
    finished: '2026-03-01T12:30:00Z',
    started: '2026-03-01T12:00:00Z',
    application: 'shop',
    target: 'production',
    run: 'r1',
    source: { repository: 'acme/shop', commit: 'a'.repeat(40) },
    exitStatus: 1,
  };
  expect(await kept('our-deployer', run)).toMatchObject([
    { type: 'deployment', status: 'failed', startedAt: NOON, finishedAt: HALF_PAST },
  ]);
});

describe.each([
  ['unix seconds', NOON / 1000, HALF_PAST / 1000],
  ['texts', '2026-03-01T12:00:00Z', '2026-03-01T12:30:00Z'],
])('with times that are %s', (_form, since, over) => {
  const alarm = (more: object) => ({
    alarms: [{ level: 'page', number: 7, component: 'shop', since, ...more }],
  });

  it.each([[{}], [{ over: null }]])('makes an incident that is open of %j', async (more) => {
    const [incident] = await kept('our-alarms', alarm(more));
    expect(incident).toMatchObject({ id: '7', openedAt: NOON, updatedAt: NOON });
    expect(incident).not.toHaveProperty('resolvedAt');
  });

  it('makes one that is over, and replaces the open one', async () => {
    expect(await kept('our-alarms', alarm({ over }))).toMatchObject([
      { id: '7', openedAt: NOON, resolvedAt: HALF_PAST, updatedAt: HALF_PAST },
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { application } from './application.js';

/* What people install (deploy/argo-cd), held to what is read here. */

const { data } = z
  .object({ data: z.record(z.string(), z.string()) })
  .parse(
    parse(
      readFileSync(
        new URL('../../../../deploy/argo-cd/notifications.yaml', import.meta.url),
        'utf8',
      ),
    ),
  );

const {
  webhook: {
    throughline: { body },
  },
} = z
  .object({ webhook: z.object({ throughline: z.object({ body: z.string() }) }) })
  .parse(parse(data['template.throughline'] ?? ''));

/** The names of everything that a schema reads. */
function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(namesIn)];
}

it('sends all that is read, and nothing else', () => {
  const sent = [...body.matchAll(/"([^"\s]+)":/g)].map(([, field = '']) => field);
  expect(new Set(sent)).toEqual(new Set(namesIn(z.toJSONSchema(application))));
});

it('is sent by the trigger that is subscribed to', () => {
  expect(parse(data['trigger.on-throughline-synced'] ?? '')).toMatchObject([
    { send: ['throughline'] },
  ]);
  expect(parse(data['subscriptions'] ?? '')).toEqual([
    { recipients: ['throughline'], triggers: ['on-throughline-synced'] },
  ]);
});

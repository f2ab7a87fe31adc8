import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { rollout } from './rollout.js';

/* What people install (deploy/argo-rollouts), held to what is read here. */

const text = z.record(z.string(), z.string());
const { data } = z
  .object({ data: text })
  .parse(
    parse(
      readFileSync(
        new URL('../../../../deploy/argo-rollouts/notifications.yaml', import.meta.url),
        'utf8',
      ),
    ),
  );

const trigger = z.tuple([z.object({ send: z.tuple([z.string()]) })]);
const template = z.object({
  webhook: z.object({ throughline: z.object({ method: z.literal('POST'), body: z.string() }) }),
});

/** The body that goes out when the trigger fires. */
function bodyOf(name: string): string {
  const [{ send }] = trigger.parse(parse(data[`trigger.${name}`] ?? ''));
  return template.parse(parse(data[`template.${send[0]}`] ?? '')).webhook.throughline.body;
}

/** The names of everything that a schema reads. */
function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(namesIn)];
}

it.each(rollout.shape.trigger.options)('%s sends all that is read, and nothing else', (name) => {
  const sent = [...bodyOf(name).matchAll(/"([^"\s]+)":/g)].map(([, field = '']) => field);
  expect(sent.sort()).toEqual(namesIn(z.toJSONSchema(rollout)).sort());
});

it.each(rollout.shape.trigger.options)('%s says its own name, and is subscribed to', (name) => {
  expect(bodyOf(name)).toContain(`"trigger": "${name}"`);
  expect(parse(data['subscriptions'] ?? '')).toMatchObject([
    { recipients: ['throughline'], triggers: expect.arrayContaining([name]) },
  ]);
});

it('sends the same of both, but for the trigger', () => {
  const [one, other] = rollout.shape.trigger.options.map((name) =>
    bodyOf(name).replace(name, 'the trigger'),
  );
  expect(one).toEqual(other);
});

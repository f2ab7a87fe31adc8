import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { configurationFileSchema } from './configuration-file-schema.js';
import { parse } from './configuration-text.fixture.js';

const page = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');

/** What the page says of each top-level key, by its heading. */
const sections = new Map(
  [...page.matchAll(/^### (\w+)\n([^]*?)(?=^##)/gm)].map(([, name = '', text = '']) => [
    name,
    text,
  ]),
);

const examples = [...page.matchAll(/^```yaml\n([^]*?)^```/gm)].map(([, text = '']) => text);

/** Every key that may be written in a section, at any depth. */
function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return keysOf(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodPipe) {
    return [...keysOf(schema.in as z.ZodType), ...keysOf(schema.out as z.ZodType)];
  }
  if (schema instanceof z.ZodRecord) return keysOf(schema.valueType as z.ZodType);
  if (schema instanceof z.ZodArray) return keysOf(schema.element as z.ZodType);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, value]) => [
    key,
    ...keysOf(value),
  ]);
}

describe('docs/configuration.md', () => {
  it('explains every key of throughline.yaml, and none besides', () => {
    const { shape } = configurationFileSchema;
    expect([...sections.keys()].sort()).toEqual(Object.keys(shape).sort());
    for (const [name, schema] of Object.entries(shape)) {
      const text = sections.get(name) ?? '';
      const untold = keysOf(schema).filter((key) => !new RegExp(`[\`.]${key}\\b`).test(text));
      expect([name, untold]).toEqual([name, []]);
    }
  });

  it.each(examples.map((text) => [text]))('has an example that can be used:\n%s', (text) => {
    const variables = { GITHUB_WEBHOOK_SECRET: 'a secret of the docs' };
    expect(() => parse(text.replaceAll('…', 'a'.repeat(64)), variables)).not.toThrow();
  });

  it('has an example of every section', () => {
    const shown = examples.flatMap((text) => /^\w+/.exec(text)?.[0] ?? []);
    expect(new Set(shown)).toEqual(new Set(sections.keys()));
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { parse } from '../../configuration-text.fixture.js';
import { alertRulesSchema } from './alerts.js';
import { THRESHOLD_METRICS } from './threshold-metrics.js';

const page = readFileSync(
  new URL('../../../../../../docs/alert-rules.md', import.meta.url),
  'utf8',
);

/** What the page says of each rule, by its heading, and before the first of them. */
const [introduction = '', ...sections] = page.split(/^## /m);
const textOf = new Map(sections.map((text) => [text.slice(0, text.indexOf('\n')), text]));

const examples = [...page.matchAll(/^```yaml\n([^]*?)^```/gm)].map(([, text = '']) => text);

/** The keys that tables of keys explain: what stands in code in their first column. */
function explained(text: string): string[] {
  const tables = text.split('\n\n').filter((block) => /^\| key +\|/.test(block));
  const cells = tables.flatMap((table) => [...table.matchAll(/^\|([^|]*)\|/gm)]);
  return cells.flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, key = '']) => key),
  );
}

/** The rules that there are, by name, with the keys that each may have. */
const rules = alertRulesSchema.element.options.map((option) => {
  const { shape } = option instanceof z.ZodPipe ? option.in : option;
  return { name: shape.rule.value, keys: Object.keys(shape) };
});

const common = ['name', 'rule', 'for', 'notify'];

describe('docs/alert-rules.md', () => {
  it('has every rule, and none besides', () => {
    expect([...textOf.keys()].sort()).toEqual(rules.map(({ name }) => name).sort());
    expect(explained(introduction)).toEqual(common);
  });

  it.each(rules)('explains every key of $name', ({ name, keys }) => {
    const own = keys.filter((key) => !common.includes(key));
    expect(explained(textOf.get(name) ?? '').sort()).toEqual(own.sort());
  });

  it('has every number that a limit can be set to', () => {
    const rows = (textOf.get('threshold') ?? '').split('\n');
    const untold = Object.keys(THRESHOLD_METRICS).filter((metric) => {
      const parts = metric.split('.');
      return !rows.some((row) => parts.every((part) => new RegExp(`[\`.]${part}[\`.]`).test(row)));
    });
    expect(untold).toEqual([]);
  });

  it.each(examples.map((text) => [text]))('has an example that can be used:\n%s', (text) => {
    expect(() => parse(text)).not.toThrow();
  });

  it('has an example of every rule', () => {
    const shown = examples.flatMap((text) => parse(text).alerts.map(({ rule }) => rule));
    expect(new Set(shown)).toEqual(new Set(rules.map(({ name }) => name)));
  });
});

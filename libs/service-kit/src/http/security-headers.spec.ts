import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { REACT_ARIA_STYLES } from './security-headers.js';

const REACT_ARIA = new URL('../../../../node_modules/react-aria/dist/private/', import.meta.url);

/** What a module of the installed react-aria writes into a style element, its constants put in. */
function styleOf(module: string): string {
  const source = readFileSync(new URL(module, REACT_ARIA), 'utf8');
  const templates = [...source.matchAll(/style\.textContent = `([^`]*)`\s*\.trim\(\);/g)];
  expect(templates).toHaveLength(1);
  return (templates[0]?.[1] ?? '')
    .replaceAll(/\$\{(\S+?)\}/g, (_placeholder, name: string) => constantOf(source, name))
    .trim();
}

function constantOf(source: string, name: string): string {
  const statement = source.split('\n').find((line) => line.startsWith(`const ${name} = '`));
  const [, value] = /'(.*)'/.exec(statement ?? '') ?? [];
  if (value === undefined) throw new Error(`${name} is no constant text any more`);
  return value;
}

it('the policy allows the styles that the installed react-aria adds to a page, and no others', () => {
  const styles = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs'].map(styleOf);
  expect(styles[0]).toContain('[data-react-aria-pressable]');
  expect(REACT_ARIA_STYLES).toEqual(
    styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`),
  );
});

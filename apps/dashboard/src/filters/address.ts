import { type Filters, readFilters } from './filters.js';

/** What every page's address may say: its filters, and which number is open in the panel at its side. */
export interface PageAddress extends Filters {
  /** The number that is explained, `changeFailRate.rate`. */
  readonly explain?: string | undefined;
  /** What the explained row is about, `service:api`; left out for the page's own row. */
  readonly explainOf?: string | undefined;
  /** The period of the explained row where it is not the page's. */
  readonly explainFrom?: string | undefined;
  readonly explainTo?: string | undefined;
  /** The metric whose definition is shown. */
  readonly define?: string | undefined;
}

const PANEL = ['explain', 'explainOf', 'explainFrom', 'explainTo', 'define'] as const;

export function readAddress(search: Readonly<Record<string, unknown>>): PageAddress {
  const panel = Object.fromEntries(
    PANEL.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
  );
  return { ...readFilters(search), ...panel };
}

/** `?a=1&b=x` as it stands: the API's own parameters, no JSON in an address that people write by hand. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value)]]
      : [],
  );
  // Commas and colons are allowed in a query, and lists read better with them.
  const text = new URLSearchParams(given).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

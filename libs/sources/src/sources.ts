import { github } from './github/github.js';
import type { Source } from './source.js';

/** Every source whose webhooks we read, by name. */
export const SOURCES: ReadonlyMap<string, Source> = new Map(
  [github].map((source) => [source.name, source]),
);

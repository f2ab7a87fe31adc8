import { github } from './github/github.js';
import { circleci } from './circleci/circleci.js';
import type { Source } from './source.js';

/** Every source whose webhooks we read, by name. */
export const SOURCES: ReadonlyMap<string, Source> = new Map(
  [github, circleci].map((source) => [source.name, source]),
);

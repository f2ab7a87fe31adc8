import { genericSource, type GenericSource, type Source, SOURCES } from '@throughline/sources';
import type { IngestionOptions } from '../options.js';

/** The sources that are read here, and those that the configuration makes up, by name. */
export function sourcesOf({
  sources,
}: Pick<IngestionOptions, 'sources'>): ReadonlyMap<string, Source | GenericSource> {
  const known = new Map<string, Source | GenericSource>(SOURCES);
  for (const [name, { events, signature }] of Object.entries(sources)) {
    if (events !== undefined) known.set(name, genericSource(name, { events, signature }));
  }
  return known;
}

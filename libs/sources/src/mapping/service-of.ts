import { normaliseRepository } from '@throughline/events';
import { tidyName } from '../tidy.js';
import { textsOf } from './conditions.js';
import type { Run } from './deployment-rule.js';
import type { Mapping } from './mapping.js';

/**
 * The service that a tool speaks of. What the tool calls it comes first, by our own name for it if
 * the catalogue has one (`knownAs`); then the one service that lives in the repository; then the
 * repository's own name.
 *
 * @param captured what a rule found in another name
 */
export function serviceOf(
  mapping: Mapping,
  run: Pick<Run, 'service' | 'repository' | 'project'>,
  captured?: string,
): string | undefined {
  const [told = captured] = captured === undefined ? textsOf(run.service) : [captured];
  if (told !== undefined) return tidyName(ownName(mapping, told), 200);
  const [repository] = textsOf(run.repository);
  if (repository === undefined) {
    const names = textsOf(run.project).map((project) => [project, ownName(mapping, project)]);
    const [, name] = names.find(([project, own]) => own !== project) ?? names[0] ?? [];
    return tidyName(name, 200);
  }
  const path = normaliseRepository(repository);
  const short = path.split('/').at(-1);
  const living = mapping.services.filter((service) => service.repository === path);
  const [only] = living.length === 1 ? living : [];
  return tidyName(only?.name ?? ownName(mapping, short ?? path), 200);
}

/** Our own name for what a tool calls by another one; upper and lower case are the same. */
export function ownName({ services }: Mapping, told: string): string {
  const name = told.trim().toLowerCase();
  const known = services.find(({ knownAs }) => knownAs.some((one) => one.toLowerCase() === name));
  return known?.name ?? told;
}

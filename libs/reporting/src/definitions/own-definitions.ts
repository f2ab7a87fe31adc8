import { BUILT_IN_DEFINITIONS, type Definition, extendDefinition } from '@throughline/dora';
import type { Configuration } from '@throughline/service-kit';

/** The definitions that throughline.yaml describes. */
export function ownDefinitions(described: Configuration['definitions']): readonly Definition[] {
  return Object.entries(described).flatMap(([id, { failure, ...own }]) => {
    const base = BUILT_IN_DEFINITIONS.find((one) => one.id === own.extends);
    if (base === undefined) return [];
    const { window, windowOf, ...rest } = failure ?? {};
    return extendDefinition(id, base, {
      ...own,
      failure: failure && { ...rest, windowSeconds: window, windowSecondsOf: windowOf },
    });
  });
}

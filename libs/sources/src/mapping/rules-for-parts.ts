import type { RunProperty } from './deployment-rule.js';
import type { Mapping } from './mapping.js';

/**
 * The rules that may call a part of a run a deployment: those that name such a part. A rule about the
 * workflow alone means the whole of it, and would otherwise count each of its jobs once more.
 *
 * @param parts what names such a part; one of them is enough
 */
export function rulesForParts(mapping: Mapping, ...parts: readonly RunProperty[]): Mapping {
  const deployments = mapping.deployments.filter(
    ({ when, ignore }) => ignore || parts.some((part) => when[part] !== undefined),
  );
  return { ...mapping, deployments };
}

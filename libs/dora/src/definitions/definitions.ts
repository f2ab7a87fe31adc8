import { DATADOG } from './datadog.js';
import type { Definition } from './definition.js';
import { DEVLAKE } from './devlake.js';
import { DORA } from './dora.js';
import { FOURKEYS } from './fourkeys.js';
import { GITLAB } from './gitlab.js';

/** The definitions that come with the platform; the first is the default. */
export const BUILT_IN_DEFINITIONS: readonly Definition[] = [
  DORA,
  DEVLAKE,
  DATADOG,
  GITLAB,
  FOURKEYS,
];

export { DATADOG, DEVLAKE, DORA, FOURKEYS, GITLAB };

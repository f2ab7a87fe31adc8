import { github } from './github/github.js';
import { circleci } from './circleci/circleci.js';
import { cdevents } from './cdevents/cdevents.js';
import { pagerduty } from './pagerduty/pagerduty.js';
import { azureDevops } from './azure-devops/azure-devops.js';
import type { Source } from './source.js';

/** Every source whose webhooks we read, by name. */
export const SOURCES: ReadonlyMap<string, Source> = new Map(
  [github, circleci, cdevents, pagerduty, azureDevops].map((source) => [source.name, source]),
);

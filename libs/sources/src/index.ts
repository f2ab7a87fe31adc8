export { isCdEvent, readCdEvent } from './cdevents/cdevents.js';
export { cdEventsCustomDataJsonSchema } from './cdevents/custom-data.js';
export type { DevLakeConnection } from './drop-in/devlake/connection.js';
export { readDevLakeDeployment } from './drop-in/devlake/deployment.js';
export { readDevLakeClose, readDevLakeIssue } from './drop-in/devlake/issue.js';
export { readDevLakePullRequest } from './drop-in/devlake/pull-request.js';
export { readDatadogDeployment } from './drop-in/datadog/deployment.js';
export { readDatadogFailure } from './drop-in/datadog/failure.js';
export { readDatadogPatch, readDatadogPatchByVersion } from './drop-in/datadog/patch.js';
export {
  type GitLabDeployment,
  readGitLabDeployment,
  readGitLabUpdate,
} from './drop-in/gitlab/deployment.js';
export type { DropInReading, DropInStatement } from './drop-in/reading.js';
export { readSleuthDeploy, type SleuthDeployment } from './drop-in/sleuth/deploy.js';
export { readSleuthImpact, type SleuthImpactSource } from './drop-in/sleuth/impact.js';
export {
  genericSource,
  type GenericSignature,
  type GenericSource,
} from './generic/generic-source.js';
export { revertedCommits } from './git/reverted-commits.js';
export { type DeploymentRule, RUN_PROPERTIES } from './mapping/deployment-rule.js';
export { type IncidentRule, TROUBLE_PROPERTIES } from './mapping/incident-rule.js';
export { type Mapping, type NamedService, NO_MAPPING } from './mapping/mapping.js';
export type {
  Delivery,
  DeliveryHeaders,
  EventInput,
  Normalised,
  Source,
  Verification,
} from './source.js';
export { readTraces } from './otlp/traces.js';
export { SOURCES } from './sources.js';

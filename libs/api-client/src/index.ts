export { createApiClient, type ApiClient, type ApiClientOptions } from './api-client.js';
export { ApiProblem, type ProblemDocument } from './api-problem.js';
export { answerOf } from './answer-of.js';
export {
  followChanges,
  type LiveOptions,
  type LiveState,
  type StoredProgress,
} from './live-changes.js';
export type { components, operations, paths } from './generated/openapi.js';
export type * from './types.js';

import type { paths } from './generated/openapi.js';

/** The JSON that a GET of an address answers with. */
export type AnswerOf<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

/** The parameters that a GET of an address takes after the `?`. */
export type QueryOf<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

export type MetricsAnswer = AnswerOf<'/v1/metrics'>;
export type MetricsRow = MetricsAnswer['rows'][number];
export type ExplainAnswer = AnswerOf<'/v1/explain'>;
export type ExplainItem = ExplainAnswer['items'][number];
export type Definition = AnswerOf<'/v1/definitions'>['items'][number];
export type DeploymentItem = AnswerOf<'/v1/deployments'>['items'][number];
export type DeploymentDetail = AnswerOf<'/v1/deployments/{service}/{environment}/{id}'>;
export type VerdictItem =
  AnswerOf<'/v1/deployments/{service}/{environment}/{id}/verdicts'>['items'][number];
export type ShippedCommit =
  AnswerOf<'/v1/deployments/{service}/{environment}/{id}/commits'>['items'][number];
export type ChangeItem = AnswerOf<'/v1/changes'>['items'][number];
export type IncidentItem = AnswerOf<'/v1/incidents'>['items'][number];
export type CommitJourney = AnswerOf<'/v1/commits/{sha}'>['items'][number];
export type ServiceItem = AnswerOf<'/v1/services'>['items'][number];
export type QualityAnswer = AnswerOf<'/v1/quality'>;
export type QualityCheck = QualityAnswer['checks'][number];
export type QualityItem = AnswerOf<'/v1/quality/{name}'>['items'][number];
export type ArrivalItem = AnswerOf<'/v1/arrivals'>['items'][number];
export type SourceItem = AnswerOf<'/v1/sources'>['items'][number];
export type AlertItem = AnswerOf<'/v1/alerts'>['items'][number];
export type AlertDetail = AnswerOf<'/v1/alerts/{id}'>;

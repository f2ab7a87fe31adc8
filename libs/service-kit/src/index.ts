export { ConfigurationError } from './configuration/configuration-error.js';
export type { ConfigurationFault } from './configuration/configuration-error.js';
export { CONFIGURATION } from './configuration/configuration.js';
export type { Configuration } from './configuration/configuration.js';
export { describeConfiguration } from './configuration/describe-configuration.js';
export { alertRulesSchema } from './configuration/sections/alerting/alerts.js';
export type { AlertRule, AlertRuleOf } from './configuration/sections/alerting/alerts.js';
export type { QuietHours } from './configuration/sections/alerting/quiet-hours.js';
export type { ReceiverSettings } from './configuration/sections/alerting/receivers.js';
export type { Routes } from './configuration/sections/alerting/routes.js';
export type { AlertScope } from './configuration/sections/alerting/scope.js';
export type { Silence } from './configuration/sections/alerting/silences.js';
export {
  THRESHOLD_METRICS,
  type ThresholdMetricName,
} from './configuration/sections/alerting/threshold-metrics.js';
export type { PublicBadges } from './configuration/sections/badges.js';
export { didYouMean } from './configuration/did-you-mean.js';
export { loadIdentityKey } from './configuration/identity-key.js';
export type { KafkaSettings } from './configuration/kafka-environment.js';
export { loadConfiguration, statedAlertRules } from './configuration/load-configuration.js';
export type { ConfigurationPlace } from './configuration/load-configuration.js';

export { PROBLEMS } from './errors/catalogue.js';
export type { ProblemCode, ProblemDefinition } from './errors/catalogue.js';
export { PROBLEM_MEDIA_TYPE } from './errors/problem-document.js';
export { ProblemError } from './errors/problem-error.js';
export type { ProblemContext } from './errors/problem-error.js';
export { invalidQuery, retryLater } from './errors/problems.js';
export type { QueryFault } from './errors/problems.js';

export { BODY_LIMIT, WEBHOOK_BODY_LIMIT } from './http/body-limits.js';
export { createHttpApplication } from './http/create-http-application.js';
export { decodeBody } from './http/decode-body.js';
export { decodeText, parseJson } from './http/decode-text.js';
export { HealthRegistry } from './http/health-registry.js';
export type { HealthCheck, HealthReport } from './http/health-registry.js';
export type { HttpContext } from './http/http-module.js';
export { parseBody } from './http/parse-body.js';
export { parseQuery } from './http/parse-query.js';
export { ProblemFilter } from './http/problem-filter.js';
export { serveHttp } from './http/serve-http.js';

export { Lifecycle, StoppingError } from './lifecycle/lifecycle.js';
export { OneAtATime } from './lifecycle/one-at-a-time.js';
export { runProcess } from './lifecycle/run-process.js';
export type { ProcessOptions } from './lifecycle/run-process.js';
export { startProcess } from './lifecycle/start-process.js';
export type { ProcessContext, RunningProcess } from './lifecycle/start-process.js';

export { apiDocument } from './openapi/api-document.js';
export type { ApiDocument } from './openapi/api-document.js';
export { OpenApiModule } from './openapi/open-api.module.js';
export { jsonAnswer, problemAnswers } from './openapi/responses.js';

export { reportEventLog } from './telemetry/event-log-happenings.js';
export { declareLogEvent } from './telemetry/log-event.js';
export { createLogger, LOGGER } from './telemetry/logger.js';
export type { Logger, LoggerOptions } from './telemetry/logger.js';
export { declareCounter, declareGauge, declareHistogram } from './telemetry/metrics.js';

export {
  DashboardPage,
  PublicRoute,
  RequireScope,
  RequireScopeUnlessPublic,
} from './tokens/access.js';
export type { Publication } from './tokens/access.js';
export { TokenAlsoIn } from './tokens/token-places.js';
export type { TokenPlaces } from './tokens/token-places.js';
export { createToken } from './tokens/create-token.js';
export type { CreatedToken } from './tokens/create-token.js';
export { SCOPES } from './tokens/scopes.js';
export type { Scope } from './tokens/scopes.js';

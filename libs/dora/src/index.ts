export * from './calendar/periods.js';
export * from './definitions/definitions.js';
export * from './facts/facts.js';
export {
  type FailureReason,
  type FailureRule,
  type FirstShipper,
  type IncidentLink,
  linkIncidents,
} from './failures/failure-links.js';
export * from './failures/judge.js';
export { groupBy } from './grouping/group-by.js';
export * from './metrics/deployment-metrics.js';
export * from './metrics/time-to-restore.js';
export * from './shipment/first-shipment-walk.js';
export * from './shipment/shipment.js';
export * from './statistics/quantile.js';
export * from './statistics/wilson.js';
export { pathPattern } from './catalogue/path-pattern.js';
export * from './metrics/change-stages.js';
export * from './metrics/lead-time.js';
export * from './statistics/kaplan-meier.js';
export * from './statistics/poisson.js';

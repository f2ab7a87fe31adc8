export { DashboardModule } from './dashboard/dashboard.module.js';
export { reportingPaths } from './openapi/reporting-paths.js';
export { ReportingModule } from './reporting.module.js';
export type { ConfiguredService, ReportingOptions } from './reporting-options.js';
export { reportingOptions, runQueryApi } from './run-query-api.js';

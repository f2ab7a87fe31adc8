export { AlertingModule } from './alerting.module.js';
export { alertingPaths } from './openapi.js';
export { runAlerter } from './run-alerter.js';
export { alertingOptions, watch } from './watch.js';
export type { AlertingOptions } from './alerting-options.js';

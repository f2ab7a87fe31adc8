export { AlertingModule } from './alerting.module.js';
export { alertingPaths } from './openapi.js';
export { runAlerter } from './run-alerter.js';
export { watch } from './watch.js';

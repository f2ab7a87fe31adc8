export { AlertingModule } from './alerting.module.js';
export { runAlerter } from './run-alerter.js';

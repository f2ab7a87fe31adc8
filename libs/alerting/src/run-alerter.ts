import { type ProcessContext, serveHttp } from '@throughline/service-kit';
import { AlertingModule } from './alerting.module.js';

/** Runs the alerter as a process of its own. */
export async function runAlerter(context: ProcessContext): Promise<void> {
  await serveHttp(AlertingModule, context);
}

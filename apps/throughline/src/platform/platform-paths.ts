import { alertingPaths } from '@throughline/alerting';
import { ingestionPaths } from '@throughline/ingestion';
import { reportingPaths } from '@throughline/reporting';

/** Everything that the platform answers in one process, for its OpenAPI document. */
export function platformPaths() {
  return { ...ingestionPaths(), ...reportingPaths(), ...alertingPaths() };
}

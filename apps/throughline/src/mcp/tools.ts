import type { Tool } from './tool.js';
import { checkQuality } from './tools/check-quality.js';
import { comparePeriods } from './tools/compare-periods.js';
import { explainNumber } from './tools/explain-number.js';
import { getMetrics } from './tools/get-metrics.js';
import { listAlerts } from './tools/list-alerts.js';
import { listDefinitions } from './tools/list-definitions.js';
import { listDeployments } from './tools/list-deployments.js';
import { listServices } from './tools/list-services.js';
import { whatsWrongNow } from './tools/whats-wrong-now.js';

/** Everything that an assistant can ask. */
export const TOOLS: readonly Tool[] = [
  listServices,
  getMetrics,
  comparePeriods,
  listDeployments,
  explainNumber,
  checkQuality,
  listDefinitions,
  listAlerts,
  whatsWrongNow,
];

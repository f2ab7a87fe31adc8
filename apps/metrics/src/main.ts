import { runMetrics } from '@throughline/aggregation';
import { runProcess } from '@throughline/service-kit';

await runProcess('metrics', runMetrics, { shares: ['log', 'store'] });

import { runAlerter } from '@throughline/alerting';
import { runProcess } from '@throughline/service-kit';

await runProcess('alerter', runAlerter, { shares: ['log', 'store'] });

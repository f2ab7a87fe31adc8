import { runQueryApi } from '@throughline/reporting';
import { runProcess } from '@throughline/service-kit';

await runProcess('query-api', runQueryApi, { shares: ['store'] });

import { runQueryApi } from '@throughline/reporting';
import { runProcess } from '@throughline/service-kit';

/** What `npm run build` made of the dashboard's workspace package. */
const DASHBOARD = new URL('dist/', import.meta.resolve('@throughline/dashboard/package.json'));

await runProcess('query-api', (context) => runQueryApi(context, DASHBOARD), { shares: ['store'] });

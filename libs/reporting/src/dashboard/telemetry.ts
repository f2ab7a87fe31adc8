import { declareLogEvent } from '@throughline/service-kit';

export const dashboardNotBuilt = declareLogEvent<{ readonly folder: string }>({
  event: 'dashboard.not_built',
  level: 'warn',
  message: 'the dashboard is not built, so there are no pages to serve: npm run build',
});

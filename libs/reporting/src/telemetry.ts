import { declareLogEvent } from '@throughline/service-kit';

/** The answer had begun: its reader only sees that the connection ended. */
export const exportBroke = declareLogEvent<{ readonly list: string; readonly err: unknown }>({
  event: 'reporting.export.broken',
  level: 'error',
  message: 'a file broke off before its end',
});

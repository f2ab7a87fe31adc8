import { declareLogEvent } from '@throughline/service-kit';

/** The answer had begun: its reader only sees that the connection ended. */
export const exportBroke = declareLogEvent<{ readonly list: string; readonly err: unknown }>({
  event: 'reporting.export.broken',
  level: 'error',
  message: 'a file broke off before its end',
});

export const tooManyPlaces = declareLogEvent<{ readonly places: number; readonly most: number }>({
  event: 'reporting.prometheus.capped',
  level: 'warn',
  message:
    'there are more services and environments than have series of their own: the rest is "other"',
});

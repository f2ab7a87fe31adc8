import { declareLogEvent } from '@throughline/service-kit';

export const liveFeedBlind = declareLogEvent<{ readonly err: unknown }>({
  event: 'live.blind',
  level: 'warn',
  message: 'cannot see whether anything was stored; looking on',
});

import { declareLogEvent } from './log-event.js';
import type { Logger } from './logger.js';
import { declareCounter } from './metrics.js';

/** Something that happened inside the event log; which fields there are depends on the kind. */
export interface EventLogHappening {
  readonly kind: string;
  readonly error?: unknown;
}

const happenings = declareCounter({
  name: 'event_log.happenings',
  description: 'What happened inside the event log, by kind: retries, rebalances, failures',
  unit: '{happening}',
});

const routine = declareLogEvent<object>({
  event: 'event_log.happened',
  level: 'debug',
  message: 'the event log reports',
});

const trouble = declareLogEvent<object>({
  event: 'event_log.trouble',
  level: 'warn',
  message: 'the event log has trouble',
});

/** An observer of the event log that counts and logs what happens in it. */
export function reportEventLog(logger: Logger): (happening: EventLogHappening) => void {
  return ({ error, ...happening }) => {
    happenings.add(1, { kind: happening.kind });
    if (error === undefined) routine(logger, happening);
    else trouble(logger, { ...happening, err: error });
  };
}

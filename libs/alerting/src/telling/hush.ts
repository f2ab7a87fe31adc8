import type { Alert } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { QuietHours, Silence } from '@throughline/service-kit';
import { Temporal } from 'temporal-polyfill';
import { aboutOf, type EnvironmentClasses, isInScope } from '../in-scope.js';

export interface HushSettings {
  readonly silences: readonly Silence[];
  readonly quietHours: readonly QuietHours[];
  readonly environmentClasses: EnvironmentClasses;
}

/** Why something is not told now, and when to look again. */
export interface Hush {
  readonly reason: 'silenced' | 'quiet_hours';
  readonly until: Instant;
}

/**
 * Whether an alert is to be told later. A silence holds back everything; quiet hours hold back what
 * pages nobody. Of several reasons the one that lasts longest counts.
 */
export function hushOf(alert: Alert, now: Instant, settings: HushSettings): Hush | undefined {
  const { environmentClasses } = settings;
  const concerns = ({ for: scope }: Silence | QuietHours) =>
    isInScope(scope, aboutOf(alert), environmentClasses);
  const silenced = settings.silences
    .filter((silence) => concerns(silence) && (silence.from ?? 0) <= now && now < silence.until)
    .map(({ until }): Hush => ({ reason: 'silenced', until }));
  const quiet =
    alert.severity === 'page'
      ? []
      : settings.quietHours.filter(concerns).flatMap((hours): Hush[] => {
          const until = endOfQuiet(hours, now);
          return until === undefined ? [] : [{ reason: 'quiet_hours', until }];
        });
  return [...silenced, ...quiet].reduce<Hush | undefined>(
    (longest, hush) => (longest === undefined || hush.until > longest.until ? hush : longest),
    undefined,
  );
}

const MINUTES_OF_DAY = 24 * 60;

/**
 * The end of the stretch of quiet hours that a moment is in. A stretch that goes over midnight belongs
 * to the day on which it begins.
 */
function endOfQuiet({ days, from, to, timezone }: QuietHours, now: Instant): Instant | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const minutes = to > from ? to - from : to + MINUTES_OF_DAY - from;
  for (const daysAgo of [0, 1]) {
    const date = local.toPlainDate().subtract({ days: daysAgo });
    if (!days.includes(date.dayOfWeek)) continue;
    const start = date.toZonedDateTime({
      timeZone: timezone,
      plainTime: { hour: Math.floor(from / 60), minute: from % 60 },
    });
    // By the clock on the wall: a night in which clocks change ends at the same time of day.
    const end = date.add({ days: from + minutes >= MINUTES_OF_DAY ? 1 : 0 }).toZonedDateTime({
      timeZone: timezone,
      plainTime: { hour: Math.floor(to / 60), minute: to % 60 },
    });
    if (start.epochMilliseconds <= now && now < end.epochMilliseconds) return end.epochMilliseconds;
  }
  return undefined;
}

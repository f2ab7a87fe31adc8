/** Every offset from UTC that is in use is a multiple of a quarter of an hour. */
const STEP = 15 * 60_000;
const DAY = 24 * 60 * 60_000;

export type OracleInterval = 'none' | 'day' | 'week' | 'month' | 'quarter';

export interface OraclePeriod {
  readonly start: number;
  readonly end: number;
}

/** The date on the wall, `2026-03-29`. Walks ask for the same moments again and again. */
export function dateOnTheWall(instant: number, timezone: string): string {
  const { format, dates } = wallOf(timezone);
  const known = dates.get(instant) ?? format.format(instant);
  dates.set(instant, known);
  return known;
}

interface Wall {
  readonly format: Intl.DateTimeFormat;
  readonly dates: Map<number, string>;
}

const walls = new Map<string, Wall>();

function wallOf(timeZone: string): Wall {
  const known = walls.get(timeZone) ?? {
    format: new Intl.DateTimeFormat('en-CA', { timeZone }),
    dates: new Map<number, string>(),
  };
  walls.set(timeZone, known);
  return known;
}

/** Periods the most obvious way: walk along the clock and begin one whenever its name changes. */
export function oraclePeriods(
  { start, end }: OraclePeriod,
  interval: OracleInterval,
  timezone: string,
): OraclePeriod[] {
  const starts = [start];
  for (let at = Math.ceil((start + 1) / STEP) * STEP; at < end; at += STEP) {
    const [before, date] = [dateOnTheWall(at - 1, timezone), dateOnTheWall(at, timezone)];
    if (date !== before && nameOf(date, interval) !== nameOf(before, interval)) starts.push(at);
  }
  return starts.map((from, index) => ({ start: from, end: starts[index + 1] ?? end }));
}

function nameOf(date: string, interval: OracleInterval): string {
  const [year = '', month = ''] = date.split('-');
  switch (interval) {
    case 'none':
      return '';
    case 'day':
      return date;
    case 'week': {
      const weekday = (new Date(date).getUTCDay() + 6) % 7;
      return new Date(Date.parse(date) - weekday * DAY).toISOString();
    }
    case 'month':
      return `${year}-${month}`;
    case 'quarter':
      return `${year}-${Math.ceil(Number(month) / 3)}`;
  }
}

/** Whether a period goes on: now, on the wall, it has the same name still. */
export function goesOn(
  { start, end }: OraclePeriod,
  interval: OracleInterval,
  timezone: string,
  now: number,
): boolean {
  if (end > now) return true;
  const name = (instant: number) => nameOf(dateOnTheWall(instant, timezone), interval);
  return interval !== 'none' && name(now) === name(start);
}

/** How many days a period has: of each local day the share that lies in it. */
export function oracleDays({ start, end }: OraclePeriod, timezone: string): number {
  let days = 0;
  for (const day of oraclePeriods(
    { start: start - 2 * DAY, end: end + 2 * DAY },
    'day',
    timezone,
  )) {
    const inside = Math.min(day.end, end) - Math.max(day.start, start);
    if (inside > 0) days += inside / (day.end - day.start);
  }
  return days;
}

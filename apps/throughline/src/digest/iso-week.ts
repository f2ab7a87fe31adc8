import { localDate } from '@throughline/dora';

const DAY = 86_400_000;

/** A week of ISO 8601: Monday to Sunday, numbered by the year that its Thursday lies in. */
export interface IsoWeek {
  /** `2026-W46`. */
  readonly name: string;
  /** Its Monday, a local date. */
  readonly monday: string;
}

/** @returns undefined for what is no week of the calendar: `2026-W54`, or W53 in a year of 52 */
export function readIsoWeek(text: string): IsoWeek | undefined {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
  if (year === undefined || week === undefined) return undefined;
  // 4 January lies in week 1 of every year.
  const firstMonday = mondayOf(`${year}-01-04`);
  const found = weekOf(datePlus(firstMonday, 7 * (Number(week) - 1)));
  return found.name === text ? found : undefined;
}

/** The last week that is over in a time zone. */
export function lastWholeWeek(now: number, timezone: string): IsoWeek {
  return weekOf(datePlus(mondayOf(localDate(now, timezone)), -7));
}

/** A local date so many days later. */
export function datePlus(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

function weekOf(monday: string): IsoWeek {
  const year = datePlus(monday, 3).slice(0, 4);
  const days = (Date.parse(monday) - Date.parse(mondayOf(`${year}-01-04`))) / DAY;
  return { name: `${year}-W${String(days / 7 + 1).padStart(2, '0')}`, monday };
}

function mondayOf(date: string): string {
  return datePlus(date, -((new Date(date).getUTCDay() + 6) % 7));
}

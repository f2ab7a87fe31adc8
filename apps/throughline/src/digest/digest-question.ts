import type { IsoWeek } from './iso-week.js';

/** What a digest is about. */
export interface DigestQuestion {
  readonly week: IsoWeek;
  /** Filters, time zone and definition, as the platform takes them. */
  readonly scope: Readonly<Record<string, string | undefined>>;
}

/** Says moments and weeks as people in one time zone do. */
export class TimeWords {
  private readonly moments: Intl.DateTimeFormat;

  constructor(private readonly timezone: string) {
    this.moments = new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      dateStyle: 'medium',
      timeStyle: 'short',
    });
  }

  /** `10 Nov 2026, 10:06`. */
  moment(instant: string): string {
    return this.moments.format(new Date(instant));
  }

  /** `9–15 November 2026 (Europe/Berlin)`: the days from a local date to another, both included. */
  days(first: string, last: string): string {
    // Local dates have no zone left to be read in.
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' });
    return `${format.formatRange(new Date(first), new Date(last))} (${this.timezone})`;
  }
}

/** Times in the zone of the page. One formatter a zone and shape: making one is what is slow. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timezone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = timezone + JSON.stringify(options);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: timezone });
  formatters.set(key, formatter);
  return formatter;
}

/** `22 Nov 2026` */
export function dayInWords(time: string | number, timezone: string): string {
  return formatterOf(timezone, { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(time),
  );
}

/** `22 Nov` */
export function shortDay(time: string | number, timezone: string): string {
  return formatterOf(timezone, { day: 'numeric', month: 'short' }).format(new Date(time));
}

/** `22 Nov 2026, 14:05` */
export function momentInWords(time: string | number, timezone: string): string {
  return formatterOf(timezone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(time));
}

/** `24 Aug – 22 Nov 2026`; the end of a window is exclusive, its last day is the one before. */
export function windowInWords(from: string, to: string, timezone: string): string {
  const last = Date.parse(to) - 1;
  const sameYear = dayInWords(from, timezone).slice(-4) === dayInWords(last, timezone).slice(-4);
  const start = sameYear ? shortDay(from, timezone) : dayInWords(from, timezone);
  return `${start} – ${dayInWords(last, timezone)}`;
}

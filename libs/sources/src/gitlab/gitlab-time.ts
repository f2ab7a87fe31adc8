/**
 * A time as GitLab writes it, as RFC 3339 wants it. Its payloads have three notations side by side:
 * `2026-03-01T12:00:00Z`, `2026-03-01 12:00:00 UTC` and `2026-03-01 14:00:00 +0200`
 * (https://docs.gitlab.com/user/project/integrations/webhook_events). What is none of them comes back as it
 * is: whoever reads the event says what is wrong with it.
 */
export function gitlabTime(text: string): string;
export function gitlabTime(text: string | null | undefined): string | undefined;
export function gitlabTime(text: string | null | undefined): string | undefined {
  if (text === undefined || text === null) return undefined;
  const [, date, time, zone] = NOTATION.exec(text.trim()) ?? [];
  if (date === undefined || time === undefined) return text;
  return `${date}T${time}${offsetOf(zone)}`;
}

const NOTATION = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}(?:\.\d+)?) ?(UTC|Z|[+-]\d{2}:?\d{2})$/;

function offsetOf(zone: string | undefined): string {
  if (zone === undefined || zone === 'UTC' || zone === 'Z') return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

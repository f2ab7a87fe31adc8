/** `2026-03-01 12:00`, of an instant as the platform answers it: in UTC. */
export function moment(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

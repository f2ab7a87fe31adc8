import type { AlertSubject } from '@throughline/dora';

/** What a rule has one alert for each of. */
export type Per = 'service' | 'team' | 'everything';

/** What an alert is about; an environment only where the rule is about a single one. */
export function subjectOf(per: Per, name: string, environments: readonly string[]): AlertSubject {
  const environment = environments.length === 1 ? environments[0] : undefined;
  if (per === 'service') return { service: name, environment };
  return per === 'team' ? { team: name, environment } : { environment };
}

/** `api`, `team payments` or `everything`. */
export function inOneWord(per: Per, name: string): string {
  if (per === 'service') return name;
  return per === 'team' ? `team ${name}` : 'everything';
}

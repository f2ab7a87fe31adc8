import type { AlertItem } from '@throughline/api-client';
import { TeamLink } from '../components/group-links.js';

/** Whose the service was when the alert was opened. */
export function Whose({ team, owner }: Pick<AlertItem, 'team' | 'owner'>) {
  if (team !== null) return <TeamLink name={team} />;
  return owner === null ? 'of no team that is known' : <span className="said">{owner}</span>;
}

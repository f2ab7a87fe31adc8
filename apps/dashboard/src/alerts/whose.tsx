import type { AlertItem } from '@throughline/api-client';
import { TeamLink } from '../components/group-links.js';

/** Whose the service was when the alert was opened. */
export function Whose({ kind, team, owner }: Pick<AlertItem, 'kind' | 'team' | 'owner'>) {
  // A common cause is of several services, and so of nobody alone.
  if (kind === 'common-cause') return '–';
  if (team !== null) return <TeamLink name={team} />;
  return owner === null ? 'of no team that is known' : <span className="said">{owner}</span>;
}

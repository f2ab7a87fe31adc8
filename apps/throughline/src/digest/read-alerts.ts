import { type Alert, alertListSchema } from '../answers/alert-list.js';
import type { ApiClient } from '../api/api-client.js';

type Query = Readonly<Record<string, string | undefined>>;

const MOST_ALERTS = '1000';

/**
 * Asks what fired at any moment of a window, what began last first; of a common cause only the alert
 * about that.
 *
 * @returns null where a repository is asked for: alerts are about services
 */
export async function readAlerts(
  api: ApiClient,
  { from, to, timezone, service, team, environment, repository }: Query,
): Promise<readonly Alert[] | null> {
  if (repository !== undefined) return null;
  const asked = { from, to, timezone, service, team, environment, limit: MOST_ALERTS };
  const { items } = api.read(alertListSchema, await api.get('/v1/alerts', asked));
  return items.filter(({ parentId }) => parentId === null);
}

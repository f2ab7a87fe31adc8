import type { ApiClient } from '../api/api-client.js';
import {
  type ExplainAnswer,
  explainAnswerSchema,
  type ExplainItem,
} from '../answers/explain-answer.js';
import { type Incident, incidentListSchema } from '../answers/incident-list.js';

type Query = Readonly<Record<string, string | undefined>>;

/** Of the incidents of a window so many are looked through for what an open one is called. */
const NAMED_INCIDENTS = '1000';

/** An incident that is open, with what its tool calls it; null where it does not say. */
export interface OpenIncident extends ExplainItem {
  readonly title: string | null;
  readonly url: string | null;
}

/** What began and has not ended. */
export interface Unfinished {
  /** Failed deployments that nothing recovered; its value is null where the definition has no recovery. */
  readonly failures: ExplainAnswer;
  readonly incidents: { readonly total: number; readonly items: readonly OpenIncident[] };
}

/** Asks for what is unfinished in a scope and window, the newest first, at most so many of each. */
export async function readUnfinished(
  api: ApiClient,
  query: Query,
  most: number,
): Promise<Unfinished> {
  const explain = async (metric: string) => {
    const asked = { ...query, metric, show: 'counted', limit: String(most) };
    return api.read(explainAnswerSchema, await api.get('/v1/explain', asked));
  };
  const [failures, incidents] = await Promise.all([
    explain('recoveryTime.open'),
    explain('timeToRestore.open'),
  ]);
  const named = incidents.items.length === 0 ? [] : await readIncidents(api, query);
  return {
    failures,
    incidents: {
      total: incidents.numerator,
      items: incidents.items.map((item) => ({ ...item, ...nameOf(item, named) })),
    },
  };
}

async function readIncidents(api: ApiClient, query: Query): Promise<readonly Incident[]> {
  const text = await api.get('/v1/incidents', { ...query, limit: NAMED_INCIDENTS });
  return api.read(incidentListSchema, text).items;
}

function nameOf({ source, id }: ExplainItem, incidents: readonly Incident[]) {
  const found = incidents.find((incident) => incident.source === source && incident.id === id);
  return { title: found?.title ?? null, url: found?.url ?? null };
}

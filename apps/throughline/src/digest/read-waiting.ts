import type { ApiClient } from '../api/api-client.js';
import {
  type ExplainAnswer,
  explainAnswerSchema,
  type ExplainItem,
} from '../answers/explain-answer.js';
import type { Waiting, WaitingService } from './digest-data.js';
import type { DigestQuestion } from './digest-question.js';

const PAGE = '1000';

/** The list has the newest first, and the oldest are looked for: so far it is read. */
const MOST_PAGES = 20;

/** Asks for everything that waits to be deployed now, and finds what has waited longest. */
export async function readWaiting(
  api: ApiClient,
  scope: DigestQuestion['scope'],
): Promise<Waiting> {
  const items: ExplainItem[] = [];
  const asked = { ...scope, metric: 'changeLeadTime.waiting', show: 'counted', limit: PAGE };
  let page: ExplainAnswer | undefined;
  for (let pages = 0; pages < MOST_PAGES && page?.nextCursor !== null; pages += 1) {
    const text = await api.get('/v1/explain', { ...asked, cursor: page?.nextCursor });
    page = api.read(explainAnswerSchema, text);
    items.push(...page.items);
  }
  return {
    total: page?.numerator ?? 0,
    services: oldestOf(items, Date.parse(page?.asOf ?? '')),
    isCut: (page?.nextCursor ?? null) !== null,
  };
}

function oldestOf(items: readonly ExplainItem[], now: number): WaitingService[] {
  const found = new Map<string | null, WaitingService>();
  // Newest first: whichever comes last is the oldest.
  for (const item of items) {
    const count = (found.get(item.service)?.count ?? 0) + 1;
    const age = (now - Date.parse(item.at)) / 1000;
    found.set(item.service, { service: item.service, count, oldest: item, age });
  }
  return [...found.values()].sort((a, b) => b.age - a.age);
}

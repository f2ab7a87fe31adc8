import type { ApiClient } from '../api/api-client.js';
import { deliveryAnswerSchema } from '../answers/delivery-answer.js';
import { type ExplainAnswer, explainAnswerSchema } from '../answers/explain-answer.js';
import { qualityAnswerSchema } from '../answers/quality-answer.js';
import { readUnfinished } from '../questions/unfinished.js';
import type { DigestData } from './digest-data.js';
import type { DigestQuestion } from './digest-question.js';
import { datePlus } from './iso-week.js';
import { readAlerts } from './read-alerts.js';
import { readWaiting } from './read-waiting.js';

/** More of a kind than this nobody reads in a mail; the digest says how many more there are. */
const MOST = 15;

/** Asks the platform for all that a digest says. */
export async function readDigest(
  api: ApiClient,
  { week, scope }: DigestQuestion,
): Promise<DigestData> {
  const to = datePlus(week.monday, 7);
  const thisWeek = { ...scope, from: week.monday, to };
  const fourWeeks = { ...scope, from: datePlus(week.monday, -21), to };
  const metrics = async (query: Readonly<Record<string, string | undefined>>) => {
    const text = await api.get('/v1/metrics', { ...query, compare: 'previous' });
    return api.read(deliveryAnswerSchema, text);
  };
  // One after the other: the platform works on a question with all it has, and a digest can wait.
  return {
    week,
    thisWeek: await metrics(thisWeek),
    fourWeeks: await metrics({ ...fourWeeks, members: 'service' }),
    services: await metrics({ ...fourWeeks, groupBy: 'service' }),
    failures: await readFailures(api, thisWeek),
    alerts: await readAlerts(api, thisWeek),
    unfinished: await readUnfinished(api, scope, MOST),
    waiting: await readWaiting(api, scope),
    quality: api.read(qualityAnswerSchema, await api.get('/v1/quality', fourWeeks)),
  };
}

/** What failed, with how long it lasted where the definition times that. */
async function readFailures(
  api: ApiClient,
  query: Readonly<Record<string, string | undefined>>,
): Promise<ExplainAnswer> {
  const explain = async (metric: string) => {
    const asked = { ...query, metric, show: 'counted', limit: String(MOST) };
    return api.read(explainAnswerSchema, await api.get('/v1/explain', asked));
  };
  const timed = await explain('recoveryTime.failed');
  return timed.value === null ? explain('changeFailRate.failed') : timed;
}

import { z } from 'zod';
import { alertDetailSchema, type AlertDetail, alertListSchema } from '../../answers/alert-list.js';
import type { ApiClient } from '../../api/api-client.js';
import { counted } from '../../terminal/counted.js';
import { foreignText } from '../../text/foreign-text.js';
import { alertInWords, asData } from '../alert-words.js';
import { checkNames } from '../check-names.js';
import { pageInput, pageInWords } from '../page.js';
import { defineTool } from '../tool.js';
import { scopeInput, windowInput } from '../tool-input.js';

/** A sentence of ours, with the names of things in it. */
const LONGEST_SENTENCE = 300;

const shownSchema = alertDetailSchema.omit({ deliveries: true });

type Shown = z.input<typeof shownSchema>;

export const listAlerts = defineTool({
  name: 'list_alerts',
  title: 'List alerts',
  description:
    'Alerts that fired at any moment of a window, the latest first: what each is about, why it was raised in sentences that can be checked, the numbers and deployments it rests on, and who took it on. With state firing only those that fire now.',
  input: z.strictObject({
    ...windowInput,
    service: scopeInput.service,
    team: scopeInput.team,
    environment: z.string().min(1).optional().describe('Only about these environments.'),
    state: z.enum(['firing', 'resolved']).optional().describe('Default: both.'),
    ...pageInput(20, 5),
  }),
  output: z.object({
    alerts: z.array(shownSchema),
    nextCursor: z.string().nullable().describe('null where these are the last.'),
  }),
  async answer(api, { limit, ...query }) {
    const remarks = await checkNames(api, query);
    const text = await api.get('/v1/alerts', { ...query, limit: String(limit) });
    const { items, nextCursor } = api.read(alertListSchema, text);
    const alerts = await Promise.all(items.map(({ id }) => readAlert(api, id)));
    return {
      says: [
        ...remarks,
        alerts.length === 0
          ? 'No alert in this window.'
          : `The latest ${counted(alerts.length, 'alert')}${query.cursor === undefined ? '' : ' from the cursor on'}:`,
        ...alerts.flatMap((alert) => [
          alertInWords(alert),
          ...alert.explanation.map((sentence) => `  ${sentence}`),
        ]),
        ...pageInWords(nextCursor),
      ],
      data: { alerts, nextCursor },
    };
  },
});

async function readAlert(api: ApiClient, id: string): Promise<Shown> {
  const text = await api.get(`/v1/alerts/${encodeURIComponent(id)}`, {});
  const { deliveries: _, ...alert }: AlertDetail = api.read(alertDetailSchema, text);
  return asData({
    ...alert,
    explanation: alert.explanation.map((sentence) => foreignText(sentence, LONGEST_SENTENCE)),
  });
}

import { durationInWords } from '@throughline/dora';
import { z } from 'zod';
import { alertListSchema, alertSchema } from '../../answers/alert-list.js';
import { deliveryAnswerSchema } from '../../answers/delivery-answer.js';
import { explainItemSchema, type ExplainItem } from '../../answers/explain-answer.js';
import { frame, freshnessSchema } from '../../answers/frame.js';
import { type FoundItem, foundItemSchema, foundListSchema } from '../../answers/quality-answer.js';
import type { ApiClient } from '../../api/api-client.js';
import { readUnfinished } from '../../questions/unfinished.js';
import { foreignText } from '../../text/foreign-text.js';
import { alertInWords, asData } from '../alert-words.js';
import { checkNames } from '../check-names.js';
import { nameInWords } from '../names.js';
import { defineTool } from '../tool.js';
import { definitionInput, heading, scopeInput } from '../tool-input.js';

/** Of each kind: whoever has more of them open has another problem than which. */
const MOST = 20;

/** A title is what somebody called it. */
const LONGEST_TITLE = 200;

const total = z.number().describe('How many there are, shown or not.');

const incidentItemSchema = explainItemSchema.extend({
  title: z.string().nullable(),
  url: z.string().nullable(),
});

type AlertList = z.output<typeof alertListSchema>;

export const whatsWrongNow = defineTool({
  name: 'whats_wrong_now',
  title: 'What is wrong now',
  description:
    'Alerts that fire, and what nobody has finished in the last 90 days: failed deployments that nothing recovered, incidents that are open, and sources or services that went silent against their own rhythm.',
  input: z.strictObject({ ...scopeInput, ...definitionInput }),
  output: z.object({
    ...frame,
    freshness: freshnessSchema,
    firingAlerts: z
      .object({ items: z.array(alertSchema), more: z.boolean().describe('There are others.') })
      .nullable()
      .describe(
        'list_alerts explains each. null where a repository was asked for: alerts have none.',
      ),
    failedDeployments: z
      .object({ total, items: z.array(explainItemSchema) })
      .nullable()
      .describe('The newest; seconds is since when. null where the definition has no recovery.'),
    openIncidents: z.object({ total, items: z.array(incidentItemSchema) }),
    silent: z.object({
      items: z.array(foundItemSchema),
      more: z.boolean().describe('There are others.'),
    }),
  }),
  async answer(api, query) {
    const remarks = await checkNames(api, query);
    const [alerts, metrics, { failures, incidents }, silence] = await Promise.all([
      readFiring(api, query),
      api.get('/v1/metrics', query),
      readUnfinished(api, query, MOST),
      api.get('/v1/quality/source_silent', { ...query, limit: String(MOST) }),
    ]);
    const { freshness } = api.read(deliveryAnswerSchema, metrics);
    const silent = api.read(foundListSchema, silence);
    const hasRecovery = failures.value !== null;
    const { definition, from, to, timezone } = failures;
    return {
      says: [
        heading(failures),
        ...remarks,
        ...firingInWords(alerts),
        hasRecovery
          ? `Failed deployments that nothing recovered: ${failures.numerator}`
          : 'Whether failed deployments recovered is unknown: the definition has no recovery time.',
        ...failures.items.map(openInWords),
        `Open incidents: ${incidents.total}`,
        ...incidents.items.map(openInWords),
        `Silent sources and services: ${silent.items.length}${silent.nextCursor === null ? '' : ' or more'}`,
        ...silent.items.map(silentInWords),
        freshness.lastEventAt === null
          ? 'Nothing was received yet.'
          : `The newest event was received ${freshness.lastEventAt}.`,
      ],
      data: {
        ...{ definition, from, to, timezone, freshness },
        firingAlerts: alerts && { items: alerts.items, more: alerts.nextCursor !== null },
        failedDeployments: hasRecovery
          ? { total: failures.numerator, items: failures.items }
          : null,
        openIncidents: {
          total: incidents.total,
          items: incidents.items.map(({ title, ...item }) => ({
            ...item,
            title: title && foreignText(title, LONGEST_TITLE),
          })),
        },
        silent: { items: silent.items, more: silent.nextCursor !== null },
      },
    };
  },
});

/** Everything that fires, whatever its environment unless one is asked for; null where a repository is. */
async function readFiring(
  api: ApiClient,
  { service, team, environment, repository }: Partial<Record<keyof typeof scopeInput, string>>,
): Promise<AlertList | null> {
  if (repository !== undefined) return null;
  const asked = { service, team, environment, state: 'firing', limit: String(MOST) };
  const { items, nextCursor } = api.read(alertListSchema, await api.get('/v1/alerts', asked));
  return { items: items.map(asData), nextCursor };
}

function firingInWords(alerts: AlertList | null): readonly string[] {
  if (alerts === null)
    return ['Alerts are about services and not repositories: none were asked for.'];
  const { items, nextCursor } = alerts;
  return [
    `Alerts that fire: ${items.length}${nextCursor === null ? '' : ' or more'}`,
    ...items.map(alertInWords),
  ];
}

function openInWords({ id, service, environment, at, seconds }: ExplainItem): string {
  const where = service === null ? 'no service named' : nameInWords(service);
  const place = environment === null ? '' : ` in ${nameInWords(environment)}`;
  return `- ${nameInWords(id)} of ${where}${place}: since ${at}, for ${durationInWords(seconds)}`;
}

/** What a silence says is our own: how long, since when, and how often before. */
function silentInWords({ services, source, environment, says }: FoundItem): string {
  const who = [services.join(', '), source ?? '', environment ?? ''].filter((part) => part !== '');
  return `- ${nameInWords(who.join(' '))}: ${says}`;
}

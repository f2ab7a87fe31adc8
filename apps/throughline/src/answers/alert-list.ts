import { EVIDENCE_UNITS } from '@throughline/dora';
import { z } from 'zod';

const text = z.string().nullable();

/** An alert as `GET /v1/alerts` shows it. */
export const alertSchema = z.object({
  id: z.string(),
  rule: z.string().describe('The name of the rule in throughline.yaml.'),
  kind: z.string(),
  severity: z.string().describe('page or notify.'),
  state: z.string().describe('firing or resolved.'),
  title: z.string(),
  subject: z
    .object({ service: text, environment: text, team: text, source: text, deploymentId: text })
    .describe('What it is about; null where that is not narrowed down.'),
  team: text.describe('Whose the service was when the alert was opened.'),
  startedAt: z.string().describe('When it began to hold, by the times of the events.'),
  acknowledged: z
    .object({ by: z.string(), at: z.string(), note: text, newNormal: z.boolean() })
    .nullable()
    .describe('The first who took it on.'),
  resolvedAt: text,
  resolution: text.describe('Why it is over.'),
  parentId: text.describe('The alert about the common cause that this one is a part of.'),
});

export type Alert = z.output<typeof alertSchema>;

/** What `GET /v1/alerts` answers: what began last first. */
export const alertListSchema = z.object({ items: z.array(alertSchema), nextCursor: text });

/** An alert as `GET /v1/alerts/{id}` shows it. */
export const alertDetailSchema = alertSchema.extend({
  explanation: z.array(z.string()).describe('Sentences that can be checked by hand.'),
  evidence: z.object({
    numbers: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        value: z.number(),
        unit: z.enum(EVIDENCE_UNITS),
        low: z.number().nullable(),
        high: z.number().nullable(),
      }),
    ),
    deployments: z.array(
      z.object({
        id: z.string(),
        finishedAt: z.string(),
        failed: z.boolean(),
        reasons: z.array(z.string()),
      }),
    ),
  }),
  runbookUrl: text,
  deliveries: z.array(
    z.object({
      action: z.string(),
      receiver: z.string(),
      state: z.string(),
      attempts: z.number(),
      lastError: text,
    }),
  ),
});

export type AlertDetail = z.output<typeof alertDetailSchema>;

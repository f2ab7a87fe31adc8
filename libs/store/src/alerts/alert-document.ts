import {
  type Alert,
  ALERT_KINDS,
  ALERT_RESOLUTIONS,
  ALERT_SEVERITIES,
  EVIDENCE_UNITS,
} from '@throughline/dora';
import { z } from 'zod';

/** What of an alert its decider keeps; the rest is joined from tables that others write. */
export type DecidedAlert = Omit<Alert, 'parentId' | 'unsaid'>;

const instant = z.int();

const evidence = z.object({
  numbers: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      value: z.number(),
      unit: z.enum(EVIDENCE_UNITS),
      low: z.number().optional(),
      high: z.number().optional(),
    }),
  ),
  deployments: z.array(
    z.object({
      id: z.string(),
      finishedAt: instant,
      failed: z.boolean(),
      failedAt: instant.optional(),
      reasons: z.array(z.string()),
      points: z.number().optional(),
      scoreAfter: z.number().optional(),
    }),
  ),
});

const decidedAlert: z.ZodType<DecidedAlert> = z.object({
  id: z.string(),
  rule: z.string(),
  kind: z.enum(ALERT_KINDS),
  subject: z.object({
    service: z.string().optional(),
    environment: z.string().optional(),
    team: z.string().optional(),
    source: z.string().optional(),
    deploymentId: z.string().optional(),
  }),
  team: z.string().optional(),
  owner: z.string().optional(),
  tier: z.int().optional(),
  runbookUrl: z.string().optional(),
  severity: z.enum(ALERT_SEVERITIES),
  state: z.enum(['firing', 'resolved']),
  startedAt: instant,
  openedAt: instant,
  lastEventAt: instant,
  escalatedAt: instant.optional(),
  acknowledged: z
    .object({
      by: z.string(),
      at: instant,
      note: z.string().optional(),
      newNormal: z.boolean(),
    })
    .optional(),
  resolvedAt: instant.optional(),
  resolution: z.enum(ALERT_RESOLUTIONS).optional(),
  title: z.string(),
  explanation: z.array(z.string()),
  evidence,
  revision: z.int(),
});

/** An alert as it is kept in the column `document`. */
export const alertDocument = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(decidedAlert);

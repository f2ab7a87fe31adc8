import { type Alert, ALERT_RESOLUTIONS, EVIDENCE_UNITS } from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { z } from 'zod';
import { formatTime } from '../format-time.js';
import { alertItemSchema } from './alert-item.js';
import { deliveryItemSchema } from './delivery-item.js';

const time = z.iso.datetime().nullable();

const evidenceSchema = z.object({
  numbers: z
    .array(
      z.object({
        name: z.string().describe('Stable, in snake_case.'),
        label: z.string().describe('For people.'),
        value: z.number(),
        unit: z.enum(EVIDENCE_UNITS),
        low: z.number().nullable().describe('The ends of its interval, where it is an estimate.'),
        high: z.number().nullable(),
      }),
    )
    .describe('The numbers that it rests on.'),
  deployments: z
    .array(
      z.object({
        id: z.string(),
        finishedAt: z.iso.datetime(),
        failed: z.boolean(),
        failedAt: time.describe('When its failure became known; null for one that did not fail.'),
        reasons: z
          .array(z.string())
          .describe('The rules that show it to have failed, surest first.'),
        points: z
          .number()
          .nullable()
          .describe('Added to the score, or taken from it; null for rules that keep none.'),
        scoreAfter: z.number().nullable(),
      }),
    )
    .describe(
      'The deployments that it rests on, oldest first; empty where it does not go by them.',
    ),
});

type Evidence = z.infer<typeof evidenceSchema>;

const episodeSchema = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  resolvedAt: time,
  resolution: z.enum(ALERT_RESOLUTIONS).nullable(),
});

/** An alert as `GET /v1/alerts/{id}` shows it: everything that is known of it. */
export const alertDetailSchema = alertItemSchema.extend({
  explanation: z.array(z.string()).describe('Sentences that can be checked by hand, in order.'),
  evidence: evidenceSchema,
  runbookUrl: z.string().nullable(),
  children: z.array(alertItemSchema).describe('The alerts that are parts of this one.'),
  deliveries: z.array(deliveryItemSchema).describe('Who was told, oldest first.'),
  history: z
    .array(episodeSchema)
    .describe('Other episodes of the same rule about the same thing, newest first, at most 20.'),
});

export type AlertDetail = z.infer<typeof alertDetailSchema>;

export function evidenceItem({ evidence }: Pick<Alert, 'evidence'>): Evidence {
  return {
    numbers: evidence.numbers.map(({ low, high, ...number }) => ({
      ...number,
      low: low ?? null,
      high: high ?? null,
    })),
    deployments: evidence.deployments.map(({ id, finishedAt, failed, reasons, ...known }) => ({
      id,
      finishedAt: formatInstant(finishedAt),
      failed,
      failedAt: formatTime(known.failedAt),
      reasons: [...reasons],
      points: known.points ?? null,
      scoreAfter: known.scoreAfter ?? null,
    })),
  };
}

export function episodeItem(
  alert: Pick<Alert, 'id' | 'startedAt' | 'resolvedAt' | 'resolution'>,
): z.infer<typeof episodeSchema> {
  return {
    id: alert.id,
    startedAt: formatInstant(alert.startedAt),
    resolvedAt: formatTime(alert.resolvedAt),
    resolution: alert.resolution ?? null,
  };
}

import { z } from 'zod';

// What the ingestor answers: the types of its controllers and the schemas of its documentation.

const count = (description: string) => z.int().min(0).describe(description);

export const eventsReceipt = z.object({
  accepted: count('Events that are durable now and were not before, as far as is known.'),
  duplicates: count('Events that were durable already, or stand twice in the request.'),
  quarantined: count(
    'Invalid events that were put in quarantine; with `invalid=quarantine`, or if there are any.',
  ).optional(),
  ignored: count(
    'CDEvents of which nothing is measured or left to be told; only if there are any.',
  ).optional(),
});

export type EventsReceipt = z.output<typeof eventsReceipt>;

export const webhookReceipt = eventsReceipt.extend({
  quarantined: count(
    'Events that our rules refuse, put in quarantine; only if there are any.',
  ).optional(),
  ignored: z.string().optional().describe('Why nothing of it is measured, where that is so.'),
});

export type WebhookReceipt = z.output<typeof webhookReceipt>;

export const sourcesAnswer = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      address: z.string().describe('Where its webhooks go.'),
      accepts: z
        .enum(['signed', 'unsigned', 'secret_missing'])
        .describe('Which webhooks are taken as things are configured now; none without a secret.'),
      needs: z.object({
        signature: z.string().describe('How a webhook proves where it comes from.'),
        deliveries: z
          .array(z.string())
          .describe('What to subscribe to, by the names of the source.'),
      }),
    }),
  ),
});

export type SourcesAnswer = z.output<typeof sourcesAnswer>;

import { z } from 'zod';

const text = z.string().nullable();

/** An incident as `GET /v1/incidents` shows it. */
export const incidentSchema = z.object({
  source: z.string(),
  id: z.string(),
  services: z.array(z.string()),
  environment: text,
  severity: text,
  openedAt: z.string(),
  resolvedAt: text,
  title: text,
  url: text,
});

/** What `GET /v1/incidents` answers, newest first. */
export const incidentListSchema = z.object({
  items: z.array(incidentSchema),
  nextCursor: text,
});

export type Incident = z.output<typeof incidentSchema>;

import { z } from 'zod';

/** The kinds of event an ingestor can be told to accept. */
export const EVENT_TYPES = [
  'commit',
  'change',
  'deployment',
  'incident',
  'service',
  'activity',
  'feedback',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

export const eventType = z.enum(EVENT_TYPES);

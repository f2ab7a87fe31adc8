import {
  type Acknowledgement,
  type Alert,
  ALERT_KINDS,
  ALERT_RESOLUTIONS,
  ALERT_SEVERITIES,
  UNSAID_REASONS,
} from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { z } from 'zod';
import { formatTime } from '../format-time.js';
import { ALERT_STATES } from './alert-filters.js';

const text = z.string().nullable();
const time = z.iso.datetime().nullable();

const acknowledgementSchema = z.object({
  by: z.string().describe('As whoever did wished to be named.'),
  at: z.iso.datetime(),
  note: text,
  newNormal: z
    .boolean()
    .describe('Whether they said that what is usual is to be learnt anew from there on.'),
});

/** An alert as `GET /v1/alerts` shows it. */
export const alertItemSchema = z.object({
  id: z.string(),
  rule: z.string().describe('The name of the rule in throughline.yaml.'),
  kind: z.enum(ALERT_KINDS),
  severity: z
    .enum(ALERT_SEVERITIES)
    .describe('`page` wakes somebody, `notify` is read when there is time.'),
  state: z.enum(ALERT_STATES),
  title: z.string(),
  subject: z
    .object({ service: text, environment: text, team: text, source: text, deploymentId: text })
    .describe('What it is about; null where that is not narrowed down.'),
  team: text.describe('Whose the service was when the alert was opened.'),
  owner: text,
  tier: z.int().nullable(),
  startedAt: z.iso
    .datetime()
    .describe('When it began to hold, by the times of the events themselves.'),
  openedAt: z.iso.datetime().describe('When it was decided.'),
  escalatedAt: time.describe('When it became a page, if it was opened as less.'),
  acknowledged: acknowledgementSchema.nullable().describe('The first who took it on.'),
  resolvedAt: time,
  resolution: z.enum(ALERT_RESOLUTIONS).nullable().describe('Why it is over.'),
  parentId: text.describe('The alert about the common cause that this one is a part of.'),
  children: z.int().describe('How many alerts are parts of this one.'),
  unsaid: z
    .enum(UNSAID_REASONS)
    .nullable()
    .describe('Why nobody was told that it was opened, or not yet; null where somebody was.'),
});

export type AlertItem = z.infer<typeof alertItemSchema>;

type AcknowledgementItem = z.infer<typeof acknowledgementSchema>;

/** What is known of an alert from elsewhere. */
export interface BesideAlert {
  readonly acknowledged: Acknowledgement | undefined;
  readonly children: number;
}

export function alertItem(alert: Alert, { acknowledged, children }: BesideAlert): AlertItem {
  const { subject } = alert;
  return {
    id: alert.id,
    rule: alert.rule,
    kind: alert.kind,
    severity: alert.severity,
    state: alert.state,
    title: alert.title,
    subject: {
      service: subject.service ?? null,
      environment: subject.environment ?? null,
      team: subject.team ?? null,
      source: subject.source ?? null,
      deploymentId: subject.deploymentId ?? null,
    },
    team: alert.team ?? null,
    owner: alert.owner ?? null,
    tier: alert.tier ?? null,
    startedAt: formatInstant(alert.startedAt),
    openedAt: formatInstant(alert.openedAt),
    escalatedAt: formatTime(alert.escalatedAt),
    acknowledged: acknowledged === undefined ? null : acknowledgementItem(acknowledged),
    resolvedAt: formatTime(alert.resolvedAt),
    resolution: alert.resolution ?? null,
    parentId: alert.parentId ?? null,
    children,
    unsaid: alert.unsaid ?? null,
  };
}

function acknowledgementItem({ by, at, note, newNormal }: Acknowledgement): AcknowledgementItem {
  return { by, at: formatInstant(at), note: note ?? null, newNormal };
}

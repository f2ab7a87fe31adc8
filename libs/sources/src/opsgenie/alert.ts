import { z } from 'zod';
import { toldIncident, withdrawnIncident } from '../mapping/told-incident.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { tidyName } from '../tidy.js';

const texts = z.array(z.string().nullish()).nullish();

/** https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/ */
const payload = z.object({
  action: z.string(),
  alert: z.object({
    alertId: z.string(),
    message: z.string().nullish(),
    /** Unix milliseconds. */
    createdAt: z.number(),
    /** Unix nanoseconds, of which JSON keeps the microseconds. */
    updatedAt: z.number().nullish(),
    tags: texts,
    teams: texts,
    responders: z
      .array(z.object({ type: z.string().nullish(), name: z.string().nullish() }))
      .nullish(),
    entity: z.string().nullish(),
    details: z.record(z.string(), z.unknown()).nullish(),
    priority: z.string().nullish(),
  }),
});

type Alert = z.output<typeof payload>['alert'];

/** The actions that tell in which state they leave the alert; of the others it may be in any. */
const STATE_AFTER = new Map([
  ['Create', 'open'],
  ['Acknowledge', 'acknowledged'],
  ['UnAcknowledge', 'open'],
  ['Close', 'closed'],
  ['Delete', 'gone'],
]);

/** Of what happened to alerts, that which begins, ends or takes on one. */
export const readAlert = reading(payload, ({ action, alert }, mapping) => {
  const state = STATE_AFTER.get(action);
  if (state === undefined) {
    return ignored(`the action "${action}" does not tell whether the alert is still open`);
  }
  const label = labelsOf(alert);
  const details = alert.details ?? {};
  const trouble = {
    label,
    service: text(details['service']),
    environment: text(details['environment']) ?? text(details['env']),
    severity: alert.priority,
    priority: alert.priority,
    team: [...(alert.teams ?? []), ...teamsAsked(alert)].flatMap((team) => team ?? []),
    title: alert.message,
  };
  const updatedAt = milliseconds(alert.updatedAt) ?? alert.createdAt;
  const identity = { source: 'opsgenie', id: alert.alertId, updatedAt };
  if (state === 'gone') return events(withdrawnIncident(mapping, trouble, identity));
  return toldIncident(mapping, trouble, 'incident', {
    ...identity,
    openedAt: alert.createdAt,
    acknowledgedAt: state === 'acknowledged' ? updatedAt : undefined,
    isOver: state === 'closed',
    resolvedAt: milliseconds(alert.updatedAt),
    // Its priority changes by actions that do not tell its state.
    reconsidered: action !== 'Create',
    title: alert.message,
    labels: label,
  });
});

/** Tags are words of any kind, details have names; the entity is what the alert is about. */
function labelsOf({ tags, details, entity }: Alert): string[] {
  const named = Object.entries({ ...details, entity }).flatMap(([name, value]) =>
    text(value) === undefined ? [] : [`${name}=${text(value)}`],
  );
  return [...(tags ?? []).flatMap((tag) => tag ?? []), ...named];
}

function teamsAsked({ responders }: Alert): string[] {
  return (responders ?? []).flatMap(({ type, name }) => (type === 'team' && name ? [name] : []));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? tidyName(value, 200) : undefined;
}

/** The first nanoseconds that cannot be milliseconds: the year 5138 of the one, 1970 of the other. */
const FIRST_NANOSECONDS = 1e14;

function milliseconds(time: number | null | undefined): number | undefined {
  if (!time) return undefined;
  return time < FIRST_NANOSECONDS ? time : Math.floor(time / 1e6);
}

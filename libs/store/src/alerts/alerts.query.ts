import { type Alert, ALERT_KINDS, ALERT_SEVERITIES, UNSAID_REASONS } from '@throughline/dora';
import { ALERT_ACTIONS } from '@throughline/events';
import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { alertDocument } from './alert-document.js';

const COLUMNS = `
  alerts.document AS document,
  alerts.decider_key AS deciderKey,
  alerts.unsaid_actions AS unsaidActions,
  parents.parent_id AS parentId,
  told.reason AS unsaid`;

/** Why nobody was told that an alert was opened, or not yet, is what is known of that notification. */
const FROM = `
  FROM alerts FINAL
  LEFT JOIN (SELECT alert_id, parent_id FROM alert_parents FINAL) AS parents
    ON parents.alert_id = alerts.id
  LEFT JOIN (
    SELECT alert_id, toString(reason) AS reason
    FROM alert_notifications FINAL
    WHERE action = 'opened' AND state != 'sent_out'
  ) AS told ON told.alert_id = alerts.id`;

const row = z
  .object({
    document: alertDocument,
    deciderKey: z.string(),
    unsaidActions: z.array(z.enum(ALERT_ACTIONS)),
    parentId: z.string(),
    unsaid: z.literal('').or(z.enum(UNSAID_REASONS)),
  })
  .transform(({ document, parentId, unsaid, ...rest }) => {
    const alert: Alert = {
      ...document,
      ...(parentId === '' ? {} : { parentId }),
      ...(unsaid === '' ? {} : { unsaid }),
    };
    return { alert, ...rest };
  });

/** An alert, who decides about it, and what was decided and may not be in the log. */
export type KnownAlert = z.output<typeof row>;

/** The alerts of some deciders that still fire or were about anything since a moment. */
export const readAlertsOfDeciders = defineQuery({
  name: 'alerts-of-deciders',
  sql: `
    SELECT ${COLUMNS}
    ${FROM}
    WHERE alerts.decider_key IN {deciderKeys:Array(String)}
      AND (
        alerts.state = 'firing'
        OR notEmpty(alerts.unsaid_actions)
        OR alerts.resolved_at >= fromUnixTimestamp64Milli({since:Int64}, 'UTC')
      )
    ORDER BY alerts.started_at, alerts.id`,
  params: z.object({ deciderKeys: z.array(z.string()), since: z.int() }),
  row,
});

/** What was decided and may not be in the log: an alerter ended between the two. */
export const readUnsaidAlerts = defineQuery({
  name: 'unsaid-alerts',
  sql: `
    SELECT ${COLUMNS}
    ${FROM}
    WHERE notEmpty(alerts.unsaid_actions)
    ORDER BY alerts.started_at, alerts.id`,
  params: z.object({}),
  row,
});

/** Alerts by their ids. */
export const readAlerts = defineQuery({
  name: 'alerts-by-id',
  sql: `
    SELECT ${COLUMNS}
    ${FROM}
    WHERE alerts.id IN {ids:Array(String)}
    ORDER BY alerts.started_at, alerts.id`,
  params: z.object({ ids: z.array(z.string()) }),
  row,
});

/** The parts of an alert about their common cause. */
export const readChildren = defineQuery({
  name: 'alerts-of-parent',
  sql: `
    SELECT ${COLUMNS}
    ${FROM}
    WHERE parents.parent_id = {parentId:String}
    ORDER BY alerts.started_at, alerts.id`,
  params: z.object({ parentId: z.string() }),
  row,
});

/** Everything that fires in an environment. */
export const readFiringIn = defineQuery({
  name: 'alerts-firing-in',
  sql: `
    SELECT ${COLUMNS}
    ${FROM}
    WHERE alerts.environment = {environment:String} AND alerts.state = 'firing'
    ORDER BY alerts.started_at, alerts.id`,
  params: z.object({ environment: z.string() }),
  row,
});

/** Everything that fires, whatever it is about. */
export const readFiring = defineQuery({
  name: 'alerts-firing',
  sql: `
    SELECT ${COLUMNS}
    ${FROM}
    WHERE alerts.state = 'firing'
    ORDER BY alerts.started_at, alerts.id`,
  params: z.object({}),
  row,
});

/**
 * A page of alerts by when they began, newest first. An alert is of a window if it fired at any
 * moment in it. Empty lists name nothing; `every…` takes all.
 */
export const readAlertsPage = defineQuery({
  name: 'alerts-page',
  sql: `
    SELECT ${COLUMNS}
    ${FROM}
    WHERE alerts.state IN {states:Array(String)}
      AND alerts.severity IN {severities:Array(String)}
      AND alerts.kind IN {kinds:Array(String)}
      AND ({everyService:Bool} OR alerts.service IN {services:Array(String)})
      AND ({everyTeam:Bool} OR alerts.team IN {teams:Array(String)})
      AND ({everyEnvironment:Bool} OR alerts.environment IN {environments:Array(String)})
      AND ({everyRule:Bool} OR alerts.rule IN {rules:Array(String)})
      AND alerts.started_at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')
      AND (
        alerts.state = 'firing'
        OR alerts.resolved_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
      )
      AND (toUnixTimestamp64Milli(alerts.started_at), alerts.id)
        < ({afterStarted:Int64}, {afterId:String})
    ORDER BY alerts.started_at DESC, alerts.id DESC
    LIMIT {limit:UInt32}`,
  params: z.object({
    states: z.array(z.enum(['firing', 'resolved'])),
    severities: z.array(z.enum(ALERT_SEVERITIES)),
    kinds: z.array(z.enum(ALERT_KINDS)),
    everyService: z.boolean(),
    services: z.array(z.string()),
    everyTeam: z.boolean(),
    teams: z.array(z.string()),
    everyEnvironment: z.boolean(),
    environments: z.array(z.string()),
    everyRule: z.boolean(),
    rules: z.array(z.string()),
    from: z.int(),
    to: z.int(),
    afterStarted: z.int(),
    afterId: z.string(),
    limit: z.int(),
  }),
  row,
});

import type { z } from 'zod';
import { didYouMean } from '../../did-you-mean.js';
import { type AlertRule, OWNERS } from './alerts.js';
import type { ReceiverSettings } from './receivers.js';
import type { Routes } from './routes.js';

interface Alerting {
  readonly alerts: readonly AlertRule[];
  readonly receivers: Readonly<Record<string, ReceiverSettings>>;
  readonly routes: Routes;
}

/** Every name of a receiver that is used has to be one: an alert that goes nowhere is found out too late. */
export function checkNamedReceivers(
  { alerts, receivers, routes }: Alerting,
  context: Pick<z.core.$RefinementCtx, 'addIssue'>,
): void {
  const names = Object.keys(receivers);
  const check = (
    used: readonly unknown[],
    path: readonly PropertyKey[],
    also: readonly string[],
  ) => {
    for (const [index, name] of used.entries()) {
      if (typeof name !== 'string' || names.includes(name) || also.includes(name)) continue;
      const hint = didYouMean(name, [...names, ...also]);
      context.addIssue({
        code: 'custom',
        path: [...path, index],
        message: `there is no receiver "${name}"${hint === undefined ? '' : `; ${hint}`}`,
        input: name,
      });
    }
  };
  for (const [index, { notify }] of alerts.entries()) {
    check(notify, ['alerts', index, 'notify'], [OWNERS]);
  }
  for (const part of ['teams', 'owners'] as const) {
    for (const [whose, told] of Object.entries(routes[part])) {
      check(told, ['routes', part, whose], []);
    }
  }
  check(routes.otherwise, ['routes', 'otherwise'], []);
}

import type { Alert } from '@throughline/dora';
import type { AlertRule, ReceiverSettings, Routes } from '@throughline/service-kit';
import { receiverKey } from '../delivery/receiver-key.js';

/** The word that stands for whose the service is, where receivers are named. */
const OWNERS = 'owners';

export interface RoutingSettings {
  readonly alerts: readonly AlertRule[];
  readonly routes: Routes;
  readonly receivers: Readonly<Record<string, ReceiverSettings>>;
}

/** Every receiver that the configuration has, by its name, or by what an inline one is known by. */
export function everyReceiver({
  alerts,
  receivers,
}: RoutingSettings): ReadonlyMap<string, ReceiverSettings> {
  const inline = alerts.flatMap(({ notify }) =>
    notify.flatMap((receiver) => (typeof receiver === 'string' ? [] : [receiver])),
  );
  return new Map([
    ...inline.map((settings) => [receiverKey(settings), settings] as const),
    ...Object.entries(receivers),
  ]);
}

/**
 * Who is told of an alert: whom its rule names, and where it says `owners` whoever is named for the
 * team and the owner of the service. An alert about a common cause goes wherever its parts would.
 *
 * @param parts of an alert about a common cause
 * @returns names as {@link everyReceiver} has them
 */
export function receiversOf(
  alert: Alert,
  parts: readonly Alert[],
  settings: RoutingSettings,
): readonly string[] {
  const told = alert.kind === 'common-cause' ? parts : [alert];
  const all = everyReceiver(settings);
  const names = told.flatMap((one) => {
    const rule = settings.alerts.find(({ name }) => name === one.rule);
    return (rule?.notify ?? []).flatMap((receiver) => {
      if (typeof receiver !== 'string') return [receiverKey(receiver)];
      return receiver === OWNERS ? ownersOf(one, settings.routes) : [receiver];
    });
  });
  return [...new Set(names)].filter(
    (name) => all.get(name)?.severities.includes(alert.severity) ?? false,
  );
}

function ownersOf(alert: Alert, { teams, owners, otherwise }: Routes): readonly string[] {
  const { owner, team = alert.subject.team } = alert;
  const own = [
    ...(team === undefined ? [] : (teams[team] ?? [])),
    ...(owner === undefined ? [] : (owners[owner] ?? [])),
  ];
  return own.length > 0 ? own : otherwise;
}

import { groupBy } from '@throughline/dora';
import { type ClickHouseClient, type KnownAlert, readAcknowledgements } from '@throughline/store';

/** What people said who took on alerts that still fire, by alert, earliest first. */
export async function acknowledgementsOf(client: ClickHouseClient, known: readonly KnownAlert[]) {
  const firing = known.flatMap(({ alert }) => (alert.state === 'firing' ? [alert.id] : []));
  const rows = firing.length === 0 ? [] : await readAcknowledgements(client, { alertIds: firing });
  return new Map(
    [...groupBy(rows, ({ alertId }) => alertId)].map(([id, ofAlert]) => [
      id,
      ofAlert.map(({ alertId: _, ...acknowledgement }) => acknowledgement),
    ]),
  );
}

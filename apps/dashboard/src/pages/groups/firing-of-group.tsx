import { Card } from '../../components/card.js';
import type { Group } from './use-group.js';
import { firingFirst } from '../../alerts/firing.js';
import { AlertList } from '../../alerts/alert-list.js';
import { useFiringAlerts } from '../../alerts/use-firing-alerts.js';

/** What fires of one team or service, at the top of its page; nothing where nothing does. */
export function FiringOfGroup({ group: { by, name } }: { readonly group: Group }) {
  const { data, dataUpdatedAt } = useFiringAlerts({ [by]: name });
  if (data === undefined || data.items.length === 0) return null;
  const firing = firingFirst(data.items);
  return (
    <Card title={`Firing: ${firing.length}`}>
      <AlertList alerts={firing} now={dataUpdatedAt} />
    </Card>
  );
}

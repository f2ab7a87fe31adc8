import type { IncidentItem } from '@throughline/api-client';
import { Card } from '../../components/card.js';
import { DataTable } from '../../components/data-table.js';
import { INCIDENT_COLUMNS } from '../incidents/incident-columns.js';

const COLUMNS = INCIDENT_COLUMNS.filter(({ id }) => id !== 'state');

/** Incidents that nobody has resolved. */
export function OpenIncidents({ incidents }: { readonly incidents: readonly IncidentItem[] }) {
  return (
    <Card
      title={`Open incidents: ${incidents.length}`}
      says="Opened in this window and not resolved since."
    >
      <DataTable
        caption="Incidents that are open"
        items={incidents}
        columns={COLUMNS}
        keyOf={({ source, id }) => JSON.stringify([source, id])}
      />
    </Card>
  );
}

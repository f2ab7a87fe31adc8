import type { IncidentItem } from '@throughline/api-client';
import { useMemo } from 'react';
import { Card } from '../../components/card.js';
import { DataTable } from '../../components/data-table.js';
import { useTimezone } from '../../filters/use-filters.js';
import { incidentColumns } from '../incidents/incident-columns.js';

/** Incidents that nobody has resolved. */
export function OpenIncidents({ incidents }: { readonly incidents: readonly IncidentItem[] }) {
  const timezone = useTimezone();
  const columns = useMemo(
    () => incidentColumns(timezone).filter(({ id }) => id !== 'state'),
    [timezone],
  );
  return (
    <Card
      title={`Open incidents: ${incidents.length}`}
      says="Opened in this window and not resolved since."
    >
      <DataTable
        caption="Incidents that are open"
        items={incidents}
        columns={columns}
        keyOf={({ source, id }) => JSON.stringify([source, id])}
      />
    </Card>
  );
}

import { useMemo } from 'react';
import { DataTable } from '../../components/data-table.js';
import { scopeLists } from '../../filters/scope-names.js';
import { useAddress } from '../../filters/use-filters.js';
import { serviceColumns } from './service-columns.js';
import type { ServiceRow } from './service-rows.js';

interface ServicesTableProps {
  readonly caption: string;
  readonly services: readonly ServiceRow[];
}

export function ServicesTable({ caption, services }: ServicesTableProps) {
  const { environment } = useAddress();
  const columns = useMemo(
    () => serviceColumns(scopeLists({ environment }).environment),
    [environment],
  );
  return (
    <DataTable
      caption={caption}
      items={services}
      columns={columns}
      keyOf={({ name }) => name ?? ''}
      sortedBy={{ id: 'deploymentFrequency', descending: true }}
    />
  );
}

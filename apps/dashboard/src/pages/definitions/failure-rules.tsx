import type { Definition } from '@throughline/api-client';
import { useMemo } from 'react';
import { Card } from '../../components/card.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { failureRules, type RuleRow } from '../../explain/defined-metrics.js';

/** What shows each definition that a deployment failed, and how sure of it each rule is. */
export function FailureRules({ definitions }: { readonly definitions: readonly Definition[] }) {
  const rules = useMemo(() => failureRules(definitions), [definitions]);
  const columns = useMemo(() => columnsOf(definitions), [definitions]);
  return (
    <Card
      title="What shows that a deployment failed"
      says="Each rule has a confidence, which ranks it among the others; 1 is sure. – where the definition does not know the rule."
    >
      <DataTable
        caption="Rules of failure by definition"
        items={rules}
        columns={columns}
        keyOf={({ rule }) => rule}
      />
    </Card>
  );
}

function columnsOf(definitions: readonly Definition[]): readonly Column<RuleRow>[] {
  return [
    { id: 'rule', title: 'Rule', cell: ({ says }) => says },
    ...definitions.map(({ id }): Column<RuleRow> => ({
      id,
      title: id,
      align: 'end',
      cell: ({ confidences }) => confidences.get(id) ?? '–',
    })),
  ];
}

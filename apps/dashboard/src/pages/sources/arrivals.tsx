import type { ArrivalItem } from '@throughline/api-client';
import { numberInWords } from '@throughline/dora';
import { Card } from '../../components/card.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { useTimezone } from '../../filters/use-filters.js';

/** What has come in, by who said it and what it is about. */
export function Arrivals({ items }: { readonly items: readonly ArrivalItem[] }) {
  const timezone = useTimezone();
  return (
    <Card
      title="What comes in"
      says={`By source and type of event; times in ${timezone}. What has fallen silent is listed by “Data quality”.`}
    >
      <DataTable
        caption="What comes in, by source and type"
        items={items}
        columns={COLUMNS}
        keyOf={({ source, type }) => JSON.stringify([source, type])}
      />
    </Card>
  );
}

const COLUMNS: readonly Column<ArrivalItem>[] = [
  {
    id: 'source',
    title: 'Source',
    value: ({ source }) => source,
    cell: ({ source }) => <span className="said">{source}</span>,
  },
  { id: 'type', title: 'Tells of', value: ({ type }) => type, cell: ({ type }) => type },
  {
    id: 'facts',
    title: 'Things',
    align: 'end',
    value: ({ facts }) => facts,
    cell: ({ facts }) => numberInWords(facts),
  },
  {
    id: 'newest',
    title: 'Newest',
    value: ({ lastEventAt }) => lastEventAt,
    cell: ({ lastEventAt }) => <Moment time={lastEventAt} />,
  },
  {
    id: 'received',
    title: 'Of its kind last received',
    value: ({ lastReceivedAt }) => lastReceivedAt,
    cell: ({ lastReceivedAt }) => <Moment time={lastReceivedAt} />,
  },
];

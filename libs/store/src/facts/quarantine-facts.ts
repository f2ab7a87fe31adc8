import type { QuarantinedEvent, Settlement } from '@throughline/events';
import { defineInsert } from '../engine/insert.js';

export const insertQuarantined = defineInsert({
  name: 'insert-quarantined',
  table: 'quarantine_entries',
  columns: [
    'id',
    'received_at',
    'source',
    'reason_code',
    'reason_message',
    'faults',
    'payload',
    'encoding',
    'origin',
  ],
  row: (item: QuarantinedEvent) => [
    item.id,
    item.receivedAt,
    item.source,
    item.reason.code,
    item.reason.message,
    JSON.stringify(item.faults),
    item.payload,
    item.encoding,
    item.origin === undefined
      ? ''
      : `${item.origin.topic}/${item.origin.partition}/${item.origin.offset}`,
  ],
});

export const insertSettlements = defineInsert({
  name: 'insert-quarantine-settlements',
  table: 'quarantine_settlements',
  columns: ['id', 'settled_at', 'how', 'settled_by', 'reason'],
  row: ({ id, settledAt, how, by, reason }: Settlement) => [
    id,
    settledAt,
    how,
    by ?? '',
    reason ?? '',
  ],
});

import type { QuarantinedEvent } from '@throughline/events';
import { defineInsert } from '../engine/insert.js';

export const insertQuarantined = defineInsert({
  name: 'insert-quarantined',
  table: 'quarantine',
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

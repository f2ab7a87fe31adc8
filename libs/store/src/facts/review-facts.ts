import { defineInsert } from '../engine/insert.js';
import type { FactOf } from './stated-fact.js';

export const insertReviews = defineInsert({
  name: 'insert-reviews',
  table: 'reviews',
  columns: [
    'repository',
    'number',
    'id',
    'state',
    'at',
    'reviewer',
    'url',
    'source',
    'labels',
    'fact_version',
    'retracted',
  ],
  row: ({ event, version }: FactOf<'review'>) => {
    const stated = event.retracted ? undefined : event;
    return [
      event.repository,
      event.number,
      event.id,
      stated?.state ?? '',
      stated?.at ?? 0,
      stated?.reviewer ?? '',
      stated?.url ?? '',
      event.source,
      event.labels,
      String(version),
      event.retracted ? 1 : 0,
    ];
  },
});

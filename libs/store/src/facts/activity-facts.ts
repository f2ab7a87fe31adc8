import { defineInsert } from '../engine/insert.js';
import type { FactOf } from './stated-fact.js';

export const insertActivities = defineInsert({
  name: 'insert-activities',
  table: 'activities',
  columns: [
    'source',
    'id',
    'actor',
    'action',
    'subject',
    'service',
    'outcome',
    'at',
    'duration_seconds',
    'labels',
    'fact_version',
    'retracted',
  ],
  row: ({ event, version }: FactOf<'activity'>) => {
    const stated = event.retracted ? undefined : event;
    return [
      event.source,
      event.id,
      stated?.actor ?? '',
      stated?.action ?? '',
      stated?.subject ?? '',
      stated?.service ?? '',
      stated?.outcome ?? '',
      stated?.at ?? 0,
      stated?.durationSeconds ?? null,
      event.labels,
      String(version),
      event.retracted ? 1 : 0,
    ];
  },
});

export const insertFeedback = defineInsert({
  name: 'insert-feedback',
  table: 'feedback',
  columns: [
    'source',
    'id',
    'question',
    'score',
    'text',
    'team',
    'at',
    'labels',
    'fact_version',
    'retracted',
  ],
  row: ({ event, version }: FactOf<'feedback'>) => {
    const stated = event.retracted ? undefined : event;
    return [
      event.source,
      event.id,
      stated?.question ?? '',
      stated?.score ?? null,
      stated?.text ?? '',
      stated?.team ?? '',
      stated?.at ?? 0,
      event.labels,
      String(version),
      event.retracted ? 1 : 0,
    ];
  },
});

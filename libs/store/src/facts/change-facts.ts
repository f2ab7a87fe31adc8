import { defineInsert } from '../engine/insert.js';
import type { FactOf } from './stated-fact.js';

export const insertChanges = defineInsert({
  name: 'insert-changes',
  table: 'changes',
  columns: [
    'repository',
    'number',
    'opened_at',
    'ready_at',
    'first_review_at',
    'approved_at',
    'merged_at',
    'closed_at',
    'author',
    'commits',
    'head_sha',
    'merge_sha',
    'branch',
    'title',
    'url',
    'source',
    'labels',
    'fact_version',
    'retracted',
  ],
  row: ({ event, version }: FactOf<'change'>) => {
    const stated = event.retracted ? undefined : event;
    return [
      event.repository,
      event.number,
      stated?.openedAt ?? 0,
      stated?.readyAt ?? null,
      stated?.firstReviewAt ?? null,
      stated?.approvedAt ?? null,
      stated?.mergedAt ?? null,
      stated?.closedAt ?? null,
      stated?.author ?? '',
      stated?.commits ?? [],
      stated?.headSha ?? '',
      stated?.mergeSha ?? '',
      stated?.branch ?? '',
      stated?.title ?? '',
      stated?.url ?? '',
      event.source,
      event.labels,
      String(version),
      event.retracted ? 1 : 0,
    ];
  },
});

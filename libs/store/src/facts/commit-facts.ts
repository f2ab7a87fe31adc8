import { defineInsert } from '../engine/insert.js';
import type { FactOf } from './stated-fact.js';

export const insertCommits = defineInsert({
  name: 'insert-commits',
  table: 'commits',
  columns: [
    'repository',
    'sha',
    'parents',
    'missing_before',
    'authored_at',
    'committed_at',
    'author',
    'branch',
    'paths',
    'reverts',
    'source',
    'labels',
    'fact_version',
    'retracted',
  ],
  row: ({ event, version }: FactOf<'commit'>) => {
    const { repository, sha, source, labels } = event;
    if (event.retracted) {
      return [repository, sha, [], 0, 0, 0, '', '', [], [], source, labels, String(version), 1];
    }
    return [
      repository,
      sha,
      event.parents,
      event.missingBefore ?? 0,
      event.authoredAt,
      event.committedAt ?? event.authoredAt,
      event.author ?? '',
      event.branch ?? '',
      event.paths ?? [],
      event.reverts ?? [],
      source,
      labels,
      String(version),
      0,
    ];
  },
});

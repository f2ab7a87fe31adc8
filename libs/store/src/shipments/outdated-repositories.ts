import { z } from 'zod';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';

/** That a commit of a repository lost a parent, and whether that has been seen to. */
export interface OutdatedRepository {
  readonly repository: string;
  /** Grows with every change of the row. */
  readonly revision: number;
  readonly outdated: boolean;
}

export const insertOutdatedRepositories = defineInsert({
  name: 'insert-outdated-repositories',
  table: 'outdated_repositories',
  columns: ['repository', 'revision', 'outdated'],
  row: ({ repository, revision, outdated }: OutdatedRepository) => [repository, revision, outdated],
});

/** Every repository that ever was outdated, and whether it still is. */
export const readOutdatedRepositories = defineQuery({
  name: 'outdated-repositories',
  sql: `
    SELECT repository, revision, outdated
    FROM outdated_repositories FINAL`,
  params: z.object({}),
  row: z.object({
    repository: z.string(),
    revision: z.coerce.number().int(),
    outdated: z.boolean(),
  }),
});

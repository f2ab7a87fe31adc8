/**
 * The lead times of a single deployment are those of its commits from when they were authored,
 * merges left out, whatever definition is asked for: a definition is about what became of it.
 */
export const COMMIT_CLOCK = { clock: 'authored', baselineAfterSeconds: 0 } as const;

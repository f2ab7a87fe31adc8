import type { z } from 'zod';

/**
 * One top-level key of throughline.yaml. The schema must accept `undefined` (the key left out) and
 * give the section's default then; `describe` says in sentences what a parsed value means.
 */
export interface Section<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly describe: (value: z.output<Schema>) => readonly string[];
}

/** Keeps the schema's own type, which an annotation would widen. */
export function defineSection<Schema extends z.ZodType>(section: Section<Schema>): Section<Schema> {
  return section;
}

import type { z } from 'zod';

/** Things of a list that are as they are documented, and why each of the others is not. */
export interface ReadItems<Item> {
  readonly items: readonly Item[];
  readonly unread: readonly string[];
}

/** One damaged thing must not cost the others: it is left out, and told. */
export function readItems<Schema extends z.ZodType>(
  schema: Schema,
  what: string,
  list: readonly unknown[],
): ReadItems<z.output<Schema>> {
  const items: z.output<Schema>[] = [];
  const unread: string[] = [];
  for (const one of list) {
    const parsed = schema.safeParse(one);
    if (parsed.success) items.push(parsed.data);
    else {
      const [issue] = parsed.error.issues;
      unread.push(
        `${what}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not readable'}`,
      );
    }
  }
  return { items, unread };
}

import type { z } from 'zod';
import { type HostClient, HostRefusal } from './host-client.js';

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

/** Not there, no more, not to be had, against the law: the same however often it is asked for. */
const WITHHELD: ReadonlySet<number> = new Set([404, 409, 410, 422, 451]);

/** What the host gives, or why it will not: one thing that is gone must not cost the others either. */
export async function unlessWithheld<Given>(
  what: string,
  ask: () => Promise<Given>,
): Promise<Given | { readonly unread: readonly [string] }> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof HostRefusal && WITHHELD.has(error.status))) throw error;
    return { unread: [`${what}: ${error.message}`] };
  }
}

/** A whole list that belongs to something; `undefined` items where the host will not give it. */
export async function readList<Schema extends z.ZodType>(
  host: Pick<HostClient, 'all'>,
  schema: Schema,
  what: string,
  address: string,
): Promise<Partial<ReadItems<z.output<Schema>>> & Pick<ReadItems<unknown>, 'unread'>> {
  const list = await unlessWithheld(what, () => host.all(address));
  return 'unread' in list ? list : readItems(schema, what, list);
}

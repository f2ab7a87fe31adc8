import type { z } from 'zod';

/** Marks an id that was made here, and its version. */
const MARK = 'tl1.';

/**
 * An id that carries what a later request about it leaves out. A request that changes a deployment
 * names it by its id alone, and whoever takes it has no store to look into; so the id that was
 * answered says it all. Base64url: it can stand in an address as it is.
 */
export function writeTellingId(told: readonly unknown[]): string {
  return MARK + Buffer.from(JSON.stringify(told)).toString('base64url');
}

/** What the id carries; `undefined` for one that was not made here. */
export function readTellingId<Schema extends z.ZodType>(
  schema: Schema,
  id: string,
): z.output<Schema> | undefined {
  if (!id.startsWith(MARK)) return undefined;
  const parsed = schema.safeParse(parseJson(Buffer.from(id.slice(MARK.length), 'base64url')));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

// Anything can be thrown, and an error from another realm is no `instanceof Error`: so these look at its shape.

/** The code of a thrown value, such as Node's `ENOENT`. */
export function codeOf(thrown: unknown): string | undefined {
  return isObject(thrown) && typeof thrown['code'] === 'string' ? thrown['code'] : undefined;
}

/** What a thrown value says, without its kind and its stack. */
export function messageOf(thrown: unknown): string {
  return isObject(thrown) && typeof thrown['message'] === 'string'
    ? thrown['message']
    : String(thrown);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

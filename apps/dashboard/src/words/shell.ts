/** A text as one word of a shell: what came with an event may hold anything, and must not end the quotation. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * An address that came with an event, if following it opens a page: `https://ci.example/42`.
 * Anything else (`javascript:`, a path, a sentence) is no link, and stays the text that it is.
 */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

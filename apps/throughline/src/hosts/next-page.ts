/** The address of the page after this one, which `Link` names (RFC 8288); GitHub and GitLab page so. */
export function nextPageOf(link: string | null): string | undefined {
  for (const part of link?.split(/,\s*(?=<)/) ?? []) {
    const [, address, relations] = /^<([^>]*)>.*;\s*rel="?([^";]*)"?/.exec(part) ?? [];
    if (relations?.split(' ').includes('next')) return address;
  }
  return undefined;
}

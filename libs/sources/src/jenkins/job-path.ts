/**
 * The name of a job with its folders, which Jenkins tells only within its address:
 * `job/shop/job/deploy%20all/` is `shop/deploy all`.
 */
export function jobPathOf(url: string): string | undefined {
  const names = Array.from(url.matchAll(/(?:^|\/)job\/([^/]+)/g), ([, name = '']) => decoded(name));
  return names.length > 0 ? names.join('/') : undefined;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that encodes nothing: then it is a part of the name.
    return name;
  }
}

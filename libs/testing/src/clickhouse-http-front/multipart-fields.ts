const BOUNDARY = /^multipart\/form-data;\s*boundary="?([^";]+)"?/i;
const PART = /^\r\nContent-Disposition: form-data; name="([^"]+)"\r\n\r\n([^]*)\r\n$/i;

/** The text fields of a `multipart/form-data` body, as the client sends long parameters; undefined for other bodies. */
export function multipartFields(
  contentType: string | undefined,
  body: Buffer,
): [name: string, value: string][] | undefined {
  const boundary = BOUNDARY.exec(contentType ?? '')?.[1];
  if (boundary === undefined) return undefined;
  const parts = body.toString('utf8').split(`--${boundary}`);
  return parts.flatMap((part) => {
    const [, name, value] = PART.exec(part) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
}

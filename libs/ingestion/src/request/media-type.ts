/** The type a body is said to be of, in lower case and without parameters; `undefined` if nobody says. */
export function mediaTypeOf(contentType: string | undefined): string | undefined {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return type === '' ? undefined : type;
}

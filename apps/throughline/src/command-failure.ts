/** Work that failed: told to the user in one line, with what to do about it. The process exits with 1. */
export class CommandFailure extends Error {
  override readonly name: string = 'CommandFailure';
}

/** What the command was told makes no sense. The process exits with 2. */
export class WrongWords extends Error {
  override readonly name = 'WrongWords';
}

export function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}

/** Also an error of another realm, as node's own are to code in a vm context; `Error.isError` needs Node 24. */
export function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
}

/** The system's own code of a failure, such as `ENOENT`. */
export function systemCodeOf(error: unknown): string | undefined {
  if (!isError(error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

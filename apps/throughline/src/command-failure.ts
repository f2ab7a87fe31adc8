/** Work that failed: told to the user in one line, with what to do about it. The process exits with 1. */
export class CommandFailure extends Error {
  override readonly name: string = 'CommandFailure';
}

/** The words of the command make no sense together. The process exits with 2. */
export class WrongWords extends Error {
  override readonly name = 'WrongWords';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's own code of a failure, such as `ENOENT`. */
export function systemCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

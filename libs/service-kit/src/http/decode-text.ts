import { ProblemError } from '../errors/problem-error.js';
import { messageOf } from '../errors/thrown.js';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a body. JSON is UTF-8 (RFC 8259); a byte order mark is dropped. @throws ProblemError TL_BODY_NOT_JSON */
export function decodeText(body: Uint8Array): string {
  try {
    return UTF8.decode(body);
  } catch (error) {
    throw new ProblemError('TL_BODY_NOT_JSON', {
      detail: 'The body is not valid UTF-8.',
      cause: error,
    });
  }
}

/** Parses JSON from the caller. @throws ProblemError TL_BODY_NOT_JSON with the parser's own words on what and where */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ProblemError('TL_BODY_NOT_JSON', {
      detail: messageOf(error),
      cause: error,
    });
  }
}

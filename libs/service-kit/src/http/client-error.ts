import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_MEDIA_TYPE, problemDocument } from '../errors/problem-document.js';
import { ProblemError } from '../errors/problem-error.js';
import type { ProblemCode } from '../errors/catalogue.js';

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'TL_HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'TL_REQUEST_TIMEOUT',
};

/** Answers bytes that are no HTTP at all. There is no request yet, so the answer is written to the socket by hand. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  // A connection reset leaves nobody to answer, and a started answer must not get a second head.
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const problem = new ProblemError(CODES[error.code ?? ''] ?? 'TL_MALFORMED_REQUEST');
  const body = JSON.stringify(problemDocument(problem, randomUUID()));
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n` +
      `content-type: ${PROBLEM_MEDIA_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

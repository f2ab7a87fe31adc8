import { PROBLEMS } from './catalogue.js';
import type { ProblemCode } from './catalogue.js';

export interface ProblemContext {
  /** What is special about this occurrence and how to mend it; shown to the caller, so without secrets. */
  readonly detail?: string | undefined;
  /** Further members of the answer, such as `faults`. */
  readonly extras?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** For the log only. */
  readonly cause?: unknown;
}

/** A failure the caller is told about. Thrown anywhere under a request; the problem filter answers it. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string | undefined;
  readonly extras: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, { detail, extras, headers, cause }: ProblemContext = {}) {
    super(detail ?? PROBLEMS[code].title, { cause });
    this.name = 'ProblemError';
    this.code = code;
    this.status = PROBLEMS[code].status;
    this.detail = detail;
    this.extras = extras ?? {};
    this.headers = headers ?? {};
  }
}

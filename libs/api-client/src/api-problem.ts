/** A refusal in the API's own words (RFC 9457). */
export interface ProblemDocument {
  readonly status: number;
  /** Stable, `TL_INVALID_QUERY`; the documentation has a section for each. */
  readonly code: string;
  readonly title: string;
  readonly detail?: string | undefined;
  /** Address of the code's documentation. */
  readonly type?: string | undefined;
  readonly faults?: readonly { readonly path: string; readonly message: string }[] | undefined;
}

/** The API refused, or something that is not the API answered in its place. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(readonly problem: ProblemDocument) {
    super([problem.detail ?? problem.title, ...faultLines(problem)].join('\n'));
  }
}

/** @param body of an answer that is not a success, parsed if it was JSON */
export function apiProblem(status: number, body: unknown): ApiProblem {
  return isProblem(body)
    ? new ApiProblem({ ...body, status })
    : new ApiProblem({
        status,
        code: 'TL_NOT_THE_API',
        title: `The answer ${status} is not one of Throughline's: is something else at this address, or in between?`,
      });
}

function faultLines({ faults = [] }: ProblemDocument): string[] {
  return faults.map(({ path, message }) => `${path}: ${message}`);
}

function isProblem(body: unknown): body is Omit<ProblemDocument, 'status'> {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'title' in body &&
    typeof body.title === 'string'
  );
}

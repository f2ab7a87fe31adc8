import { Catch } from '@nestjs/common';
import { ProblemError, ProblemFilter } from '@throughline/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const faulty = z.object({
  faults: z.array(z.object({ path: z.string(), message: z.string() })).min(1),
});

/**
 * Answers failures as everywhere, and says them besides in the members that the clients of other tools
 * look for: `errors` after JSON:API, which is what Datadog's show, and `message`, with `success`, which
 * GitLab's and DevLake's show.
 */
@Catch()
export class ToolProblems extends ProblemFilter {
  protected override refine(thrown: ProblemError, request: FastifyRequest): ProblemError {
    const problem = super.refine(thrown, request);
    const { code, extras, headers, cause } = problem;
    const details = detailsOf(problem);
    return new ProblemError(code, {
      detail: problem.detail,
      headers,
      cause,
      extras: {
        ...extras,
        errors: details.map((detail) => ({ status: String(problem.status), title: code, detail })),
        message: details.join('; '),
        success: false,
      },
    });
  }
}

function detailsOf({ extras, message }: ProblemError): readonly string[] {
  const parsed = faulty.safeParse(extras);
  return parsed.success
    ? parsed.data.faults.map((fault) => `${fault.path} ${fault.message}`.trim())
    : [message];
}

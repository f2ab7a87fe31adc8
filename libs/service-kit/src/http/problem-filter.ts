import { Catch, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_MEDIA_TYPE, problemDocument } from '../errors/problem-document.js';
import { ProblemError } from '../errors/problem-error.js';
import { problemOf } from '../errors/problem-of.js';
import { LOGGER } from '../telemetry/logger.js';
import type { Logger } from '../telemetry/logger.js';
import { ALLOWED_METHODS } from './http-tokens.js';
import { routeOf } from './routes.js';
import type { AllowedMethods } from './routes.js';
import { requestFailed, requestRefused } from './telemetry.js';

/** Answers every failure under a request as application/problem+json, and logs it with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(ALLOWED_METHODS) private readonly allowedMethods: AllowedMethods,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.refine(problemOf(error), request);
    this.log(problem, request);
    // A stream that broke midway: the status is out, only the connection can still say that it failed.
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    sendProblem(problem, request, reply);
  }

  /** What the answer says beyond the thrown problem; routes with clients of their own may add to it. */
  protected refine(problem: ProblemError, request: FastifyRequest): ProblemError {
    if (problem.code !== 'TL_NOT_FOUND' || !request.is404) return problem;
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = this.allowedMethods(path);
    // Where the method is allowed, the route itself did not find what was asked for.
    if (allowed.length === 0 || allowed.includes(request.method)) {
      return new ProblemError('TL_NOT_FOUND');
    }
    return new ProblemError('TL_METHOD_NOT_ALLOWED', {
      detail: `Allowed here: ${allowed.join(', ')}.`,
      headers: { allow: allowed.join(', ') },
    });
  }

  private log(problem: ProblemError, request: FastifyRequest): void {
    const fields = {
      requestId: request.id,
      code: problem.code,
      status: problem.status,
      method: request.method,
      route: routeOf(request),
    };
    // Probes ask an unready service again and again; that is no failure of each request.
    if (problem.status < 500 || problem.code === 'TL_NOT_READY')
      requestRefused(this.logger, fields);
    else requestFailed(this.logger, { ...fields, err: problem.cause ?? problem });
  }
}

/** Also for what Fastify refuses outside of Nest. */
export function sendProblem(
  problem: ProblemError,
  request: Pick<FastifyRequest, 'id'>,
  reply: FastifyReply,
): void {
  // A stream that broke before its first byte has left its headers behind.
  reply.removeHeader('content-encoding').removeHeader('content-disposition');
  void reply
    .code(problem.status)
    .headers(problem.headers)
    .type(PROBLEM_MEDIA_TYPE)
    .send(problemDocument(problem, request.id));
}

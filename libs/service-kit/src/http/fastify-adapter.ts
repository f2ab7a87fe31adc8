import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../errors/problem-of.js';
import { BODY_LIMIT } from './body-limits.js';
import { answerClientError } from './client-error.js';
import { sendProblem } from './problem-filter.js';
import { requestId } from './request-id.js';

/** Ids of deployments and names of services are parts of addresses. */
const LONGEST_PARAMETER = 1024;

/** For a whole request, head and body: 25 MB within two minutes is a slow line, not an attack by patience. */
const REQUEST_TIMEOUT_MS = 120_000;

export function createFastifyAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: requestId,
    // `X-Forwarded-*` could be anyone's claim; nothing here decides by the caller's address.
    trustProxy: false,
    // On close, connections that are kept alive without a request end at once; the others end with their answer.
    forceCloseConnections: 'idle',
    // A request that still comes over one of those is answered as ever: what it needs is open until they are closed.
    return503OnClosing: false,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(problemOf(error), request, reply);
    },
  });
}

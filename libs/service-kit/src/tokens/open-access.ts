import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../configuration/loopback.js';
import { ProblemError } from '../errors/problem-error.js';

/**
 * Listening on loopback keeps other machines out, but not the pages this machine's browser shows: a page of any site
 * may send requests to localhost, and by DNS rebinding even read the answers under its own name. So, while no token
 * protects the API, the Host must be this machine and a browser must not call it from another site.
 * @throws ProblemError TL_NOT_THIS_MACHINE
 */
export function requireThisMachine(request: Pick<FastifyRequest, 'hostname' | 'headers'>): void {
  requireThisHost(request);
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    throw new ProblemError('TL_NOT_THIS_MACHINE', {
      detail: 'The request comes from a page of another site.',
    });
  }
}

/**
 * The half of it that a page needs: a link on another site may lead to it.
 * @throws ProblemError TL_NOT_THIS_MACHINE
 */
export function requireThisHost({ hostname }: Pick<FastifyRequest, 'hostname'>): void {
  if (hostname === '' || isLoopback(hostname)) return;
  throw new ProblemError('TL_NOT_THIS_MACHINE', {
    detail: 'The Host header names another machine. Configure a token to be called by that name.',
  });
}

import { decodeBody, decodeText, parseJson } from '@throughline/service-kit';
import type { FastifyRequest } from 'fastify';

/**
 * The fields of a request as JSON or as a form. What the body is decides, not what it is said to be:
 * `curl -d '{…}'` calls JSON a form.
 *
 * @throws ProblemError for a body that cannot be read
 */
export async function requestFields(request: FastifyRequest): Promise<unknown> {
  const text = decodeText(await decodeBody(request));
  return /^\s*[[{]/.test(text) ? parseJson(text) : Object.fromEntries(new URLSearchParams(text));
}

import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ProblemError } from '../errors/problem-error.js';
import { decodeBody } from './decode-body.js';
import { decodeText, parseJson } from './decode-text.js';
import { faultsOf, wholePath } from './faults-of.js';

/**
 * Reads a JSON object of a request with a strict schema; no body is an empty object.
 * @throws ProblemError TL_BODY_NOT_JSON, TL_INVALID_BODY with every fault
 */
export async function parseBody<Schema extends z.ZodObject>(
  schema: Schema,
  request: FastifyRequest,
): Promise<z.output<Schema>> {
  const text = decodeText(await decodeBody(request));
  const parsed = schema.safeParse(text.trim() === '' ? {} : parseJson(text), { reportInput: true });
  if (parsed.success) return parsed.data;
  const faults = faultsOf(parsed.error, Object.keys(schema.shape), 'is not a key here', wholePath);
  throw new ProblemError('TL_INVALID_BODY', {
    detail: faults
      .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
      .join('; '),
    extras: { faults },
  });
}

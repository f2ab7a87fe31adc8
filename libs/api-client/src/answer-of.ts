import { apiProblem } from './api-problem.js';

/** What a call of the client comes to. */
interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The answer itself, of what is asked for as JSON.
 *
 * @throws ApiProblem where the API refused; what `fetch` throws where nobody answered
 */
export async function answerOf<Data>(
  call: Promise<Answered<Data>>,
): Promise<Exclude<Data, string>> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined || typeof data === 'string') {
    throw apiProblem(response.status, error);
  }
  return data as Exclude<Data, string>;
}

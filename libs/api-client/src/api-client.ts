import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from './generated/openapi.js';

/** A method for each HTTP verb, typed by address: `api.GET('/v1/metrics', { params: { query } })`. */
export type ApiClient = Client<paths>;

export interface ApiClientOptions {
  /** Where Throughline answers, `https://throughline.example`. */
  readonly url: string;
  /** A token with the scopes of what is asked, as it is when a request starts; none where the API is open. */
  readonly token?: () => string | undefined;
  /** In place of the global `fetch`. */
  readonly fetch?: ClientOptions['fetch'];
}

/**
 * A client of Throughline's HTTP API.
 *
 * @example
 * const api = createApiClient({ url: 'http://127.0.0.1:4680' });
 * const { rows } = await answerOf(api.GET('/v1/metrics', { params: { query: { groupBy: 'team' } } }));
 */
export function createApiClient({ url, token, fetch }: ApiClientOptions): ApiClient {
  const client = createClient<paths>({
    baseUrl: url,
    ...(fetch && { fetch }),
    // Lists are comma-separated in the API's addresses.
    querySerializer: { array: { style: 'form', explode: false } },
  });
  client.use({
    onRequest({ request }) {
      const presented = token?.();
      if (presented !== undefined) request.headers.set('authorization', `Bearer ${presented}`);
      return request;
    },
  });
  return client;
}

/** One way a request can fail. The code is stable: clients may branch on it. */
export interface ProblemDefinition {
  readonly status: number;
  /** The same for every occurrence; the detail says what is special about one. */
  readonly title: string;
  /** What the caller, or whoever runs the platform, can do about it. */
  readonly remedy: string;
}

function defineProblems<Code extends string>(problems: Record<Code, ProblemDefinition>) {
  return problems;
}

/** Every error the API answers with. Each code has a section in docs/errors.md. */
export const PROBLEMS = defineProblems({
  TL_MALFORMED_REQUEST: {
    status: 400,
    title: 'The request is not valid HTTP',
    remedy: 'Look at the detail: the address, a header or the length of the body is broken.',
  },
  TL_BODY_NOT_JSON: {
    status: 400,
    title: 'The body is not valid JSON',
    remedy: 'Send UTF-8 JSON, or NDJSON as application/x-ndjson with one value a line.',
  },
  TL_BODY_NOT_DECODABLE: {
    status: 400,
    title: 'The body does not decompress',
    remedy: 'Send what the content-encoding header says, whole and undamaged, or send it plain.',
  },
  TL_INVALID_EVENTS: {
    status: 400,
    title: 'Some events are invalid, so none was kept',
    remedy:
      'Mend what `faults` lists and send the request again, or add ?invalid=quarantine to keep the valid ones.',
  },
  TL_INVALID_BODY: {
    status: 400,
    title: 'The body is not what is asked for here',
    remedy: 'Mend the keys that `faults` lists.',
  },
  TL_INVALID_QUERY: {
    status: 400,
    title: 'A query parameter is invalid',
    remedy: 'Mend the parameters that `faults` lists.',
  },
  TL_UNAUTHORIZED: {
    status: 401,
    title: 'A valid token is needed',
    remedy:
      'Send `Authorization: Bearer <token>`; `throughline token create` makes one for the configuration.',
  },
  TL_BAD_SIGNATURE: {
    status: 401,
    title: 'The webhook is not signed as its source signs',
    remedy:
      'Give the provider and the configuration the same secret, and let nothing rewrite the body on its way.',
  },
  TL_FORBIDDEN: {
    status: 403,
    title: 'The token lacks the scope',
    remedy: 'Use a token whose scopes include the one that the detail names.',
  },
  TL_NOT_THIS_MACHINE: {
    status: 403,
    title: 'Without tokens the API answers this machine only',
    remedy: 'Configure a token, or call it as localhost and not from a page of another site.',
  },
  TL_NOT_FOUND: {
    status: 404,
    title: 'There is nothing here',
    remedy: 'Look the address up in /v1/openapi.json.',
  },
  TL_UNKNOWN_SOURCE: {
    status: 404,
    title: 'There is no such source',
    remedy: 'GET /v1/sources lists the sources and what each needs.',
  },
  TL_METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'The method is not allowed here',
    remedy: 'Use a method that the Allow header names.',
  },
  TL_REQUEST_TIMEOUT: {
    status: 408,
    title: 'The request did not arrive in time',
    remedy: 'Send it again; send less at once over a slow line.',
  },
  TL_ALERT_RESOLVED: {
    status: 409,
    title: 'The alert is over',
    remedy: 'There is nothing left to take on; if it fires again, that is another alert.',
  },
  TL_BODY_TOO_LARGE: {
    status: 413,
    title: 'The body is too large',
    remedy: 'Split it: at most 10,000 events and 16 MiB a request, counted after decompression.',
  },
  TL_ADDRESS_TOO_LONG: {
    status: 414,
    title: 'A part of the address is too long',
    remedy: 'Shorten it; names and ids have at most 1,024 characters.',
  },
  TL_UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'The body is of a type that is not understood here',
    remedy: 'Send application/json, application/x-ndjson or a CloudEvents media type.',
  },
  TL_UNSUPPORTED_ENCODING: {
    status: 415,
    title: 'The body is compressed in a way that is not understood',
    remedy: 'Use gzip or no compression.',
  },
  TL_EVENT_TYPE_NOT_ACCEPTED: {
    status: 422,
    title: 'This ingestor does not accept events of this type',
    remedy:
      'Send them to an ingestor that accepts them, or widen INGESTOR_ACCEPTS. Nothing of the request was kept.',
  },
  TL_RATE_LIMITED: {
    status: 429,
    title: 'Too many requests',
    remedy: 'Wait as many seconds as Retry-After says, then send again. Nothing was kept.',
  },
  TL_HEADERS_TOO_LARGE: {
    status: 431,
    title: 'The headers are too large',
    remedy: 'Send less than 16 KiB of headers.',
  },
  TL_INTERNAL: {
    status: 500,
    title: 'Something went wrong inside',
    remedy: 'Send it again; if it persists, look in the log for the request id of this answer.',
  },
  TL_LOG_UNAVAILABLE: {
    status: 503,
    title: 'The event log cannot be reached',
    remedy:
      'Send it again after as many seconds as Retry-After says: sending twice is harmless. Check Kafka or the disk.',
  },
  TL_STORE_UNAVAILABLE: {
    status: 503,
    title: 'The store cannot be reached',
    remedy: 'Ask again after as many seconds as Retry-After says. Check ClickHouse.',
  },
  TL_DASHBOARD_NOT_BUILT: {
    status: 503,
    title: 'The dashboard is not built',
    remedy: 'Run `npm run build` in the root of the project; the API answers all the same.',
  },
  TL_NOT_READY: {
    status: 503,
    title: 'The service is not ready',
    remedy: 'Wait; `checks` says what it is waiting for.',
  },
});

export type ProblemCode = keyof typeof PROBLEMS;

import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

const tracer = trace.getTracer('throughline');

export interface ServerSpan {
  /** Runs the rest of the request inside the span, asynchronous parts included. */
  run(rest: () => void): void;
  end(status: number): void;
}

/** A span for a request that came in, under the caller's own trace if its headers name one (W3C Trace Context). */
export function startServerSpan(headers: object, method: string, route: string): ServerSpan {
  const parent = propagation.extract(ROOT_CONTEXT, headers);
  const span = tracer.startSpan(
    `${method} ${route}`,
    {
      kind: SpanKind.SERVER,
      attributes: { 'http.request.method': method, 'http.route': route },
    },
    parent,
  );
  return {
    run: (rest) => {
      context.with(trace.setSpan(parent, span), rest);
    },
    end: (status) => {
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

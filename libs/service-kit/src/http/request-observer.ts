import type { FastifyInstance } from 'fastify';
import { declareHistogram } from '../telemetry/metrics.js';
import type { Logger } from '../telemetry/logger.js';
import { startServerSpan } from '../telemetry/tracing.js';
import { routeOf } from './routes.js';
import { requestAnswered } from './telemetry.js';

/** After the semantic conventions of OpenTelemetry for HTTP servers, boundaries included. */
const requestDuration = declareHistogram({
  name: 'http.server.request.duration',
  description: 'How long HTTP requests took, by route template, method and status',
  unit: 's',
  boundaries: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
});

/** Gives every answer its request id and every request a measurement, a span and a log line at `debug`. */
export function observeRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    const span = startServerSpan(request.headers, request.method, routeOf(request));
    reply.raw.once('close', () => {
      span.end(reply.statusCode);
    });
    span.run(done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const seconds = reply.elapsedTime / 1000;
    const { method } = request;
    const route = routeOf(request);
    requestDuration.record(seconds, {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': reply.statusCode,
    });
    requestAnswered(logger, {
      requestId: request.id,
      method,
      route,
      status: reply.statusCode,
      seconds,
    });
    done();
  });
}

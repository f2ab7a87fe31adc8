import type { MetricData, ResourceMetrics } from '@opentelemetry/sdk-metrics';

/** UCUM to the base units Prometheus spells out; `{event}` and `1` count things and add nothing. */
const SUFFIXES: Readonly<Record<string, string>> = { s: 'seconds', By: 'bytes' };

/**
 * Ends each name in its unit, `http_server_request_duration_seconds`, as the OpenTelemetry specification for
 * Prometheus asks and ready-made dashboards expect; the exporter for Node leaves it out.
 */
export function withUnitSuffixes(collected: ResourceMetrics): ResourceMetrics {
  return {
    ...collected,
    scopeMetrics: collected.scopeMetrics.map((scope) => ({
      ...scope,
      metrics: scope.metrics.map(withUnitSuffix),
    })),
  };
}

function withUnitSuffix<Metric extends MetricData>(metric: Metric): Metric {
  const suffix = SUFFIXES[metric.descriptor.unit];
  if (suffix === undefined) return metric;
  const name = `${metric.descriptor.name}.${suffix}`;
  return { ...metric, descriptor: { ...metric.descriptor, name } };
}

import { metrics } from '@opentelemetry/api';
import { within } from '../lifecycle/within.js';
import type { Variables } from '../configuration/interpolation.js';
import { attachMeter } from './metrics.js';

export interface Telemetry {
  /** Sends what is still held back, as far as the collector takes it. */
  stop(): Promise<void>;
}

/** A collector that is away must not keep a process from ending well. */
const FLUSH_MS = 2_000;

const SILENT: Telemetry = { stop: () => Promise.resolve() };

/**
 * Starts OpenTelemetry's SDK, configured by its own `OTEL_*` variables alone, if they ask for an export.
 * Without them its modules, some 180 ms of start-up, are not even loaded; `GET /metrics` does not need them.
 */
export async function startTelemetry(service: string, variables: Variables): Promise<Telemetry> {
  if (!asksForExport(variables)) return SILENT;
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const sdk = new NodeSDK({
    serviceName: variables['OTEL_SERVICE_NAME'] ?? `throughline-${service}`,
    // Logs go to standard output, where collectors look for them.
    logRecordProcessors: [],
  });
  sdk.start();
  attachMeter(metrics.getMeter('throughline'));
  return {
    stop: async () => {
      // A failed last export is OpenTelemetry's to report, through OTEL_LOG_LEVEL.
      await within(
        FLUSH_MS,
        sdk.shutdown().catch(() => undefined),
      );
    },
  };
}

function asksForExport(variables: Variables): boolean {
  if (variables['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return false;
  const endpoint = Object.keys(variables).some(
    (name) => /^OTEL_EXPORTER_OTLP_(?:\w+_)?ENDPOINT$/.test(name) && variables[name] !== '',
  );
  const exporter = ['OTEL_TRACES_EXPORTER', 'OTEL_METRICS_EXPORTER'].some(
    (name) => !['', 'none'].includes(variables[name] ?? ''),
  );
  return endpoint || exporter;
}

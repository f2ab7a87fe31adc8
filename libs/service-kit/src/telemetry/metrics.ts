import type { Meter } from '@opentelemetry/api';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { DeclaredCounter, DeclaredGauge, DeclaredHistogram } from './instruments.js';
import type { HistogramDefinition, InstrumentDefinition } from './instruments.js';
import { observeProcess } from './process-metrics.js';
import { withUnitSuffixes } from './prometheus-names.js';

const METER = 'throughline';

// Serves no port of its own: `GET /metrics` asks it.
const prometheus = new PrometheusExporter({ preventServerStart: true });
const serializer = new PrometheusSerializer(undefined, false, undefined, true, true);
const meters: Meter[] = [new MeterProvider({ readers: [prometheus] }).getMeter(METER)];
const declared: { attach(meter: Meter): void }[] = [];

export const declareCounter = (definition: InstrumentDefinition) =>
  declare(new DeclaredCounter(definition));

export const declareGauge = (definition: InstrumentDefinition) =>
  declare(new DeclaredGauge(definition));

export const declareHistogram = (definition: HistogramDefinition) =>
  declare(new DeclaredHistogram(definition));

/** Sends everything declared, and what is declared later, to one more place. */
export function attachMeter(meter: Meter): void {
  meters.push(meter);
  for (const instrument of declared) instrument.attach(meter);
}

/** The current values in the text format of Prometheus. */
export async function prometheusText(): Promise<string> {
  const { resourceMetrics } = await prometheus.collect();
  return serializer.serialize(withUnitSuffixes(resourceMetrics));
}

function declare<Instrument extends { attach(meter: Meter): void }>(
  instrument: Instrument,
): Instrument {
  declared.push(instrument);
  for (const meter of meters) instrument.attach(meter);
  return instrument;
}

declare({ attach: observeProcess });

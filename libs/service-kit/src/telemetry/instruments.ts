import type { Attributes, Counter, Gauge, Histogram, Meter } from '@opentelemetry/api';

export interface InstrumentDefinition {
  /** Dotted, lower case: `ingestion.events.accepted`. */
  readonly name: string;
  readonly description: string;
  /** UCUM: `s`, `By`, `{event}`. */
  readonly unit: string;
}

export interface HistogramDefinition extends InstrumentDefinition {
  /** Upper bounds of the buckets, in the unit. */
  readonly boundaries?: number[];
}

/** Few values each: a label with an id in it is a new time series for every request. */
export type Labels = Attributes;

/**
 * Instruments are declared when their module loads. The SDK that exports over OTLP may start only later, and
 * OpenTelemetry's metrics API, unlike its tracing API, has no proxies: an instrument made before would stay mute.
 * So a declared instrument makes one real instrument for each meter, whenever that is attached.
 */
abstract class Declared<Instrument> {
  protected instruments: readonly Instrument[] = [];

  attach(meter: Meter): void {
    this.instruments = [...this.instruments, this.create(meter)];
  }

  protected abstract create(meter: Meter): Instrument;
}

export class DeclaredCounter extends Declared<Counter> {
  constructor(private readonly definition: InstrumentDefinition) {
    super();
  }

  add(value: number, labels?: Labels): void {
    for (const instrument of this.instruments) instrument.add(value, labels);
  }

  protected create(meter: Meter): Counter {
    return meter.createCounter(this.definition.name, this.definition);
  }
}

export class DeclaredGauge extends Declared<Gauge> {
  constructor(private readonly definition: InstrumentDefinition) {
    super();
  }

  set(value: number, labels?: Labels): void {
    for (const instrument of this.instruments) instrument.record(value, labels);
  }

  protected create(meter: Meter): Gauge {
    return meter.createGauge(this.definition.name, this.definition);
  }
}

export class DeclaredHistogram extends Declared<Histogram> {
  constructor(private readonly definition: HistogramDefinition) {
    super();
  }

  record(value: number, labels?: Labels): void {
    for (const instrument of this.instruments) instrument.record(value, labels);
  }

  protected create(meter: Meter): Histogram {
    const { boundaries, ...options } = this.definition;
    return meter.createHistogram(this.definition.name, {
      ...options,
      ...(boundaries && { advice: { explicitBucketBoundaries: boundaries } }),
    });
  }
}

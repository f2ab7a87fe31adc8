import { describe, expect, it } from '@jest/globals';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { recordingLogger } from '../http/http.fixture.js';
import { declareLogEvent } from './log-event.js';
import {
  attachMeter,
  declareCounter,
  declareGauge,
  declareHistogram,
  prometheusText,
} from './metrics.js';
import { NestLogger } from './nest-logger.js';

const valuesOf = async (name: string) =>
  (await prometheusText()).split('\n').filter((line) => line.startsWith(name));

describe('a declared metric', () => {
  it('counts, holds a level and measures, each under its unit', async () => {
    const counter = declareCounter({ name: 'test.events', description: 'Events', unit: '{event}' });
    counter.add(2, { type: 'commit' });
    counter.add(3, { type: 'commit' });
    const gauge = declareGauge({ name: 'test.size', description: 'Size', unit: 'By' });
    gauge.set(7);
    gauge.set(5);
    const histogram = declareHistogram({
      name: 'test.duration',
      description: 'Duration',
      unit: 's',
      boundaries: [1, 10],
    });
    histogram.record(0.5);
    histogram.record(5);
    expect(await valuesOf('test_events')).toEqual(['test_events_total{type="commit"} 5']);
    expect(await valuesOf('test_size')).toEqual(['test_size_bytes 5']);
    expect(await valuesOf('test_duration_seconds_bucket')).toEqual([
      'test_duration_seconds_bucket{le="1"} 1',
      'test_duration_seconds_bucket{le="10"} 2',
      'test_duration_seconds_bucket{le="+Inf"} 2',
    ]);
  });

  it('also goes to a meter that comes after it', async () => {
    const counter = declareCounter({ name: 'test.late', description: 'Late', unit: '{event}' });
    const reader = new PrometheusExporter({ preventServerStart: true });
    attachMeter(new MeterProvider({ readers: [reader] }).getMeter('other'));
    counter.add(4);
    const { resourceMetrics } = await reader.collect();
    const names = resourceMetrics.scopeMetrics.flatMap(({ metrics }) =>
      metrics.map(({ descriptor }) => descriptor.name),
    );
    expect(names).toContain('test.late');
    expect(await valuesOf('test_late_total')).toEqual(['test_late_total 4']);
  });
});

describe('a declared log event', () => {
  it('is a line with its name, its fields and always the same words', () => {
    const { logger, lines } = recordingLogger();
    const swept = declareLogEvent<{ readonly drift: number }>({
      event: 'sweep.done',
      level: 'warn',
      message: 'swept',
    });
    swept(logger, { drift: 0 });
    expect(lines).toEqual([
      expect.objectContaining({
        level: 40,
        event: 'sweep.done',
        drift: 0,
        msg: 'swept',
        service: 'test',
      }),
    ]);
  });

  it('below the level is not written', () => {
    const { logger, lines } = recordingLogger('error');
    declareLogEvent({ event: 'x', level: 'info', message: 'x' })(logger, {});
    expect(lines).toEqual([]);
  });
});

describe('what the framework says', () => {
  it('is chatter at debug, and an error with its stack', () => {
    const { logger, lines } = recordingLogger();
    const nest = new NestLogger(logger);
    nest.log('Mapped', 'RouterExplorer');
    nest.error('failed', 'Error: failed\n at x', 'ExceptionsHandler');
    nest.error(new Error('failed'), 'Scheduler');
    expect(lines).toEqual([
      expect.objectContaining({ level: 20, context: 'RouterExplorer', msg: 'Mapped' }),
      expect.objectContaining({
        level: 50,
        context: 'ExceptionsHandler',
        stack: 'Error: failed\n at x',
      }),
      expect.objectContaining({
        level: 50,
        err: expect.objectContaining({ message: 'failed' }) as unknown,
      }),
    ]);
  });
});

import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Meter } from '@opentelemetry/api';

const NANOSECONDS = 1e9;

/** What every Node process is asked first when it is slow: memory, processor time, and whether its loop is held up. */
export function observeProcess(meter: Meter): void {
  meter
    .createObservableGauge('process.memory.usage', {
      description: 'Resident memory of the process',
      unit: 'By',
    })
    .addCallback((result) => {
      result.observe(process.memoryUsage.rss());
    });
  meter
    .createObservableGauge('v8js.memory.heap.used', {
      description: 'Memory of the JavaScript heap that is in use',
      unit: 'By',
    })
    .addCallback((result) => {
      result.observe(process.memoryUsage().heapUsed);
    });
  meter
    .createObservableCounter('process.cpu.time', {
      description: 'Processor time spent, by mode',
      unit: 's',
    })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage();
      result.observe(user / 1e6, { 'cpu.mode': 'user' });
      result.observe(system / 1e6, { 'cpu.mode': 'system' });
    });
  meter
    .createObservableGauge('process.uptime', {
      description: 'Time since the process started',
      unit: 's',
    })
    .addCallback((result) => {
      result.observe(performance.now() / 1000);
    });
  observeEventLoop(meter);
}

function observeEventLoop(meter: Meter): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  meter
    .createObservableGauge('nodejs.eventloop.delay.p99', {
      description: 'How late timers ran since the last time this was read, 99th percentile',
      unit: 's',
    })
    .addCallback((result) => {
      // Without a sample yet the histogram says NaN, which no collector wants.
      if (delay.count > 0) result.observe(delay.percentile(99) / NANOSECONDS);
      delay.reset();
    });
}

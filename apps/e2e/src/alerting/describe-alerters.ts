import { expect, it } from '@jest/globals';
import type { RunningServer } from '@throughline/testing';
import type { PlatformClient } from '../platform/platform-client.js';
import { AlertReceiver } from './alert-receiver.js';
import { runOfFailures, usualQuarter } from './failing-deployments.js';

/** What a test of alerters needs of the services around them. */
export interface AlertersBench {
  readonly api: () => PlatformClient;
  /** A folder whose throughline.yaml the alerters read. */
  readonly folder: () => Promise<string>;
  readonly startMetrics: () => Promise<RunningServer>;
  readonly startAlerter: (folder: string) => Promise<RunningServer>;
}

/** Others have taken over what an alerter decided about so soon after it died, and told of it. */
const TAKEN_OVER_WITHIN_MS = 40_000;

const MINUTE = 60 * 1000;

/** Of three services that fail within an hour one alert is told: these are further apart. */
const APART_MS = 62 * MINUTE;

/** Promises of several alerters that share the services between them. */
export function describeAlerters({ api, folder, startMetrics, startAlerter }: AlertersBench): void {
  it('have each alert told once by several alerters, of which some die and others come', async () => {
    const receiver = await AlertReceiver.listen();
    try {
      const place = await folder();
      await receiver.configure(place);
      const [first] = await Promise.all([startAlerter(place), startAlerter(place), startMetrics()]);
      const now = Date.now();
      const run = crypto.randomUUID().slice(0, 8);
      const services = Array.from({ length: 12 }, (_, index) => `alerted-${run}-${index}`);
      await api().send(services.flatMap((service) => usualQuarter(service, now)));

      for (const [index, service] of services.entries()) {
        await api().send(runOfFailures(service, now - index * APART_MS));
        if (index === 3) await first.kill();
        if (index === 7) await startAlerter(place);
      }
      const opened = (service: string) => receiver.of('alert.opened', [service]);
      await receiver.until(
        'every alert',
        () => services.every((service) => opened(service).length > 0),
        TAKEN_OVER_WITHIN_MS,
      );
      for (const service of services) {
        expect([service, new Set(opened(service).map(({ id }) => id)).size]).toEqual([service, 1]);
      }
    } finally {
      await receiver.close();
    }
  });
}

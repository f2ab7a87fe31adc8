import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { type RunningServer, Workbench } from '@throughline/testing';
import { AlertReceiver, repeated } from './alerting/alert-receiver.js';
import { cleanRun, runOfFailures, usualQuarter } from './alerting/failing-deployments.js';
import { describePlatform } from './platform/describe-platform.js';
import { PlatformClient } from './platform/platform-client.js';

jest.setTimeout(180_000);

const HOUR = 60 * 60 * 1000;

describePlatform('a platform whose changes begin to fail', () => {
  const bench = new Workbench();
  let receiver: AlertReceiver;
  let folder: string;
  let platform: RunningServer;
  let api: PlatformClient;

  beforeEach(async () => {
    receiver = await AlertReceiver.listen();
    folder = await bench.folder();
    await receiver.configure(folder);
    await start();
  });

  afterEach(async () => {
    await bench.clear();
    await receiver.close();
  });

  async function start(): Promise<void> {
    platform = bench.launchPlatform(folder);
    api = new PlatformClient(await platform.ready());
  }

  const opened = (...services: string[]) => receiver.of('alert.opened', services);

  const causes = () =>
    receiver.of('alert.opened').filter(({ alert }) => alert.kind === 'common-cause');

  it('tells a receiver once, in signed words, and once more when it is over', async () => {
    const now = Date.now();
    const failedAt = now - 20 * HOUR;
    await api.send(usualQuarter('api', now));
    await api.send(runOfFailures('api', failedAt));
    await receiver.until('the alert', () => opened('api').length > 0);
    expect(opened('api')[0]?.alert).toMatchObject({
      kind: 'change-failure-spike',
      subject: { service: 'api', environment: 'production' },
      title: expect.stringContaining('8 of the last 8 deployments failed'),
    });

    await api.send(cleanRun('api', failedAt, now));
    await receiver.until('its end', () => receiver.of('alert.resolved').length > 0);
    expect(receiver.received.map(({ type, alert }) => [type, alert.id])).toEqual([
      ['alert.opened', opened('api')[0]?.alert.id],
      ['alert.resolved', opened('api')[0]?.alert.id],
    ]);
  });

  it('says when its rules would have raised alerts, and tells nobody', async () => {
    const now = Date.now();
    await api.send([...usualQuarter('old', now), ...runOfFailures('old', now - 30 * HOUR)]);
    await api.settled('acme/old');
    const url = await platform.address();
    const { exitCode, stdout } = await bench.command(['alerts', 'check', '--url', url]);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining(
        'change-failures (change-failure-spike): 1 time, looking at 1 place',
      ),
    });
    expect(receiver.received).toEqual([]);
  });

  it('tells nobody of history', async () => {
    const now = Date.now();
    await api.send([...usualQuarter('old', now), ...runOfFailures('old', now - 30 * HOUR)]);
    await api.send([...usualQuarter('api', now), ...runOfFailures('api', now - 60_000)]);
    await receiver.until('the alert of today', () => opened('api').length > 0);
    expect(opened('old')).toEqual([]);
  });

  it('tells once of a bad day that hits ten services', async () => {
    const now = Date.now();
    const services = Array.from({ length: 10 }, (_, index) => `service-${index}`);
    await api.send(services.flatMap((service) => usualQuarter(service, now)));
    await api.send(services.flatMap((service) => runOfFailures(service, now - 60_000)));
    await receiver.until('the alert', () => receiver.of('alert.opened').length > 0);
    const [cause] = receiver
      .of('alert.opened')
      .filter(({ alert }) => alert.kind === 'common-cause');
    expect(cause?.alert.title).toContain('10 services in production began to fail');
    expect(cause?.children).toHaveLength(10);

    expect(opened(...services)).toEqual([]);
    expect(receiver.of('alert.opened')).toHaveLength(1);
  });

  it('tells what it had decided before it was killed, and nothing twice', async () => {
    const now = Date.now();
    const services = Array.from({ length: 2 }, (_, index) => `killed-${index}`);
    await api.send(services.flatMap((service) => usualQuarter(service, now)));
    for (const service of services) {
      await api.send(runOfFailures(service, now - 60_000));
      await platform.kill();
      await start();
    }
    await receiver.until('both alerts', () => opened(...services).length >= 2);
    // What is sent again changes nothing. A third one is told of with the others, after all that was before it.
    await api.send(services.flatMap((service) => runOfFailures(service, now - 60_000)));
    await api.send([...usualQuarter('third', now), ...runOfFailures('third', now)]);
    await receiver.until('the alert about all three', () => causes().length > 0);
    for (const service of services) {
      expect(new Set(opened(service).map(({ id }) => id)).size).toBe(1);
    }
  });

  it('goes on trying a receiver that is away, under the same name', async () => {
    const now = Date.now();
    receiver.status = 503;
    await api.send([...usualQuarter('api', now), ...runOfFailures('api', now - 60_000)]);
    await receiver.until('an attempt', () => receiver.refused > 0);
    receiver.status = 200;
    await receiver.until('the alert', () => opened('api').length > 0);
    expect(opened('api')).toHaveLength(1);
    expect(repeated(receiver.received)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { DAY, deployment, HOUR, incident, march } from '../facts/facts.fixture.js';
import type { FinishedDeployment, Incident } from '../facts/facts.js';
import { DEVLAKE, DORA } from '../definitions/definitions.js';
import { judged } from './evidence.fixture.js';
import { linkWithinWindow, type WindowOf } from './incident-window.js';
import { Histories } from './place-history.js';

const OPENED = march(10);

/** One that finished so long before the incident opened, named for it unless the test names it. */
const before = (milliseconds: number, stated: Partial<FinishedDeployment> = {}) =>
  deployment({ id: `${milliseconds / HOUR} h`, finishedAt: OPENED - milliseconds, ...stated });

function linked(
  deployments: readonly FinishedDeployment[],
  stated: Partial<Incident> = {},
  windowOf: WindowOf = () => DAY,
  production: readonly string[] = ['production'],
) {
  const opened = incident({ id: 'INC-1', openedAt: OPENED, services: ['api'], ...stated });
  const histories = new Histories(deployments, ['succeeded', 'rolled_back']);
  return linkWithinWindow([opened], histories, windowOf, production).map(
    (link) => `${link.deployment.service} ${link.deployment.environment} ${link.deployment.id}`,
  );
}

describe('an incident without a known cause', () => {
  it('is laid to the newest deployment of its service before it, at 0.5', () => {
    const [older, newest] = [before(5 * HOUR), before(2 * HOUR)];
    const opened = incident({ id: 'INC-1', openedAt: OPENED, services: ['api'] });
    const histories = new Histories([newest, older], ['succeeded']);
    expect(linkWithinWindow([opened], histories, () => DAY, ['production'])).toEqual([
      { rule: 'window', confidence: 0.5, deployment: newest, incident: opened },
    ]);
  });

  it('comes after it: what finishes in the moment it opens did not bring it about', () => {
    expect(linked([before(5 * HOUR), before(0)])).toEqual(['api production 5 h']);
    expect(linked([before(5 * HOUR), before(1, { id: 'just' })])).toEqual(['api production just']);
    expect(linked([before(-HOUR)])).toEqual([]);
  });

  it('opens within the window, its edge included', () => {
    expect(linked([before(DAY)])).toEqual(['api production 24 h']);
    expect(linked([before(DAY + 1)])).toEqual([]);
  });

  it('is about the service that it names, in its window', () => {
    const deployments = [before(5 * HOUR), before(5 * HOUR, { service: 'web' })];
    const windowOf: WindowOf = (service) => (service === 'api' ? 4 * HOUR : 6 * HOUR);
    expect(linked(deployments, { services: ['api'] }, windowOf)).toEqual([]);
    expect(linked(deployments, { services: ['web'] }, windowOf)).toEqual(['web production 5 h']);
  });

  it('is about each of several services by itself', () => {
    const deployments = [
      before(HOUR),
      before(2 * HOUR, { service: 'web' }),
      before(HOUR, { service: 'jobs' }),
    ];
    expect(linked(deployments, { services: ['api', 'web', 'idle'] })).toEqual([
      'api production 1 h',
      'web production 2 h',
    ]);
  });

  it('that names no service is about none', () => {
    expect(linked([before(HOUR)], { services: [] })).toEqual([]);
  });

  it('is not laid to what its users never got', () => {
    const rollouts = [
      before(HOUR, { status: 'failed' }),
      before(2 * HOUR, { status: 'cancelled' }),
      before(3 * HOUR, { status: 'rolled_back' }),
      before(4 * HOUR),
    ];
    expect(linked(rollouts)).toEqual(['api production 3 h']);
  });

  it('is laid to the greater id of two that finished together', () => {
    const tied = [before(HOUR, { id: 'b' }), before(HOUR, { id: 'a' })];
    expect(linked(tied)).toEqual(['api production b']);
  });
});

describe('an incident and its environment', () => {
  const regions = [
    before(3 * HOUR, { environment: 'eu' }),
    before(2 * HOUR, { environment: 'us' }),
    before(HOUR, { environment: 'staging' }),
  ];

  it('is about the newest over all that are production where it names none', () => {
    expect(linked(regions, {}, () => DAY, ['eu', 'us'])).toEqual(['api us 2 h']);
    expect(linked(regions, {}, () => DAY, ['us', 'eu'])).toEqual(['api us 2 h']);
  });

  it('is about its own otherwise, production or not', () => {
    expect(linked(regions, { environment: 'eu' }, () => DAY, ['eu', 'us'])).toEqual(['api eu 3 h']);
    expect(linked(regions, { environment: 'staging' })).toEqual(['api staging 1 h']);
    expect(linked(regions, { environment: 'moon' })).toEqual([]);
  });
});

describe('the window of a definition', () => {
  const failed = (hours: number, definition = DORA, stated: Partial<Incident> = {}) => {
    const opened = incident({ id: 'INC-1', openedAt: OPENED, services: ['api'], ...stated });
    return judged({ deployments: [before(hours * HOUR)], incidents: [opened] }, definition)[0]
      ?.failed;
  };
  const within = (failure: Partial<typeof DORA.failure>) => ({
    ...DORA,
    failure: { ...DORA.failure, ...failure },
  });

  it('is 24 hours for dora', () => {
    expect([failed(24), failed(24.001)]).toEqual([true, false]);
  });

  it('is another one where it says so, and another one still for a service that it names', () => {
    const four = within({ windowSeconds: 4 * 3600 });
    expect([failed(4, four), failed(5, four)]).toEqual([true, false]);
    const sixForApi = within({
      windowSeconds: 4 * 3600,
      windowSecondsOf: { api: 6 * 3600, web: 1 },
    });
    expect([failed(6, sixForApi), failed(7, sixForApi)]).toEqual([true, false]);
  });

  it('has no end for devlake: 400 days are not too many', () => {
    expect(failed(400 * 24, DEVLAKE)).toBe(true);
  });

  it('is not asked where the incident names its cause, even one that nobody knows', () => {
    expect(failed(1, DORA, { cause: { deploymentId: 'unheard of' } })).toBe(false);
  });

  it('is asked all the same where the definition listens to no names', () => {
    expect(failed(1, DEVLAKE, { cause: { deploymentId: 'unheard of' } })).toBe(true);
  });
});

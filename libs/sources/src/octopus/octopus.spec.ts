import { describe, expect, it } from '@jest/globals';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { MACHINE_FOUND, STARTED, subscribed, SUCCEEDED } from './octopus.fixture.js';
import { octopus } from './octopus.js';

const read = (payload: unknown, mapping: Mapping = NO_MAPPING) =>
  octopus.normalise(payload, {}, mapping);

describe('a deployment of Octopus', () => {
  it('is in progress when it starts, by the names within the message', () => {
    expect(read(STARTED)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'octopus',
          service: 'Checkout API',
          environment: 'Production',
          id: 'Spaces-282/Deployments-12519',
          version: '1.4.0',
          status: 'in_progress',
          startedAt: '2026-03-01T12:00:08.563+00:00',
          finishedAt: undefined,
          updatedAt: '2026-03-01T12:00:08.563+00:00',
          url: 'https://octopus.example.com/app#/Spaces-282/deployments/Deployments-12519',
          actor: 'ada',
        },
      ],
    });
  });

  it('is the same one when it ends', () => {
    expect(read(SUCCEEDED)).toMatchObject({
      events: [
        {
          id: 'Spaces-282/Deployments-12519',
          status: 'succeeded',
          startedAt: undefined,
          finishedAt: '2026-03-01T12:02:01.1+00:00',
          updatedAt: '2026-03-01T12:02:01.1+00:00',
        },
      ],
    });
  });

  it.each([
    ['DeploymentQueued', 'in_progress'],
    ['DeploymentResumed', 'in_progress'],
    ['DeploymentFailed', 'failed'],
    ['TaskCanceled', 'cancelled'],
  ])('of the category %s is %s', (Category, status) => {
    const payload = subscribed({ Category, Occurred: '2026-03-01T12:01:00Z', verb: 'went' });
    expect(read(payload)).toMatchObject({ events: [{ status }] });
  });

  it('is of our own service where the catalogue knows the project', () => {
    const services = [{ name: 'checkout', knownAs: ['Checkout API'] }];
    const live = { when: { project: ['checkout *'] }, environment: 'live', ignore: false };
    expect(read(SUCCEEDED, { ...NO_MAPPING, services, deployments: [live] })).toMatchObject({
      events: [{ service: 'checkout', environment: 'live' }],
    });
  });

  it('goes by ids where the message names nothing', () => {
    const said = { Category: 'DeploymentFailed', Occurred: '2026-03-01T12:01:00Z', verb: 'failed' };
    expect(read(subscribed(said, { MessageReferences: [] }))).toMatchObject({
      events: [{ service: 'Projects-4522', environment: 'Environments-1621', version: undefined }],
    });
  });
});

describe('an event of Octopus', () => {
  it('of anything else is ignored', () => {
    expect(read(MACHINE_FOUND)).toMatchObject({ kind: 'ignored' });
    const said = { Category: 'TaskCanceled', Occurred: '2026-03-01T12:01:00Z', verb: 'ended' };
    const task = subscribed(said, { RelatedDocumentIds: ['ServerTasks-1'] });
    expect(read(task)).toMatchObject({ kind: 'ignored' });
  });

  it('must be one', () => {
    expect(read({ EventType: 'SubscriptionPayload', Payload: {} })).toMatchObject({
      kind: 'refused',
    });
  });

  it('is known by its batch, its id and its time', () => {
    expect(octopus.dedupeKey(SUCCEEDED, {})).toBe(
      '9d0ecd22-4208-474d-8a0b-10c9c267f6be Events-1111977 2026-03-01T12:02:01.1+00:00',
    );
    expect(octopus.dedupeKey({}, {})).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { faultsOf, NOW, stated, toldBy } from '../stated.fixture.js';
import { readDatadogDeployment } from './deployment.js';
import { readDatadogFailure } from './failure.js';
import { readDatadogPatch, readDatadogPatchByVersion } from './patch.js';

// Requests after https://docs.datadoghq.com/api/latest/dora-metrics/

const SHA = '66adc9350f2cc9b250b69abddab733dd55e1a588';

const deployment = (changes: object = {}) => ({
  data: {
    attributes: {
      service: 'shopist',
      env: 'production',
      started_at: 1693491974000000000,
      finished_at: 1693491984000000000,
      git: {
        commit_sha: SHA,
        repository_url: 'https://github.com/organization/example-repository',
      },
      version: 'v1.12.07',
      team: 'backend',
      custom_tags: ['language:java', 'department:engineering'],
      ...changes,
    },
  },
});

const failure = (changes: object = {}) => ({
  data: {
    attributes: {
      services: ['shopist'],
      team: 'backend',
      env: 'production',
      started_at: 1693491974000000000,
      finished_at: 1693491984000000000,
      name: 'Web server is down failing all requests',
      severity: 'High',
      version: 'v1.12.07',
      git: {
        commit_sha: SHA,
        repository_url: 'https://github.com/organization/example-repository',
      },
      ...changes,
    },
  },
});

describe('a deployment sent to Datadog’s address', () => {
  it('is a deployment that succeeded', () => {
    expect(stated(readDatadogDeployment(deployment()))).toMatchObject([
      {
        type: 'deployment',
        source: 'datadog',
        service: 'shopist',
        environment: 'production',
        status: 'succeeded',
        startedAt: Date.UTC(2023, 7, 31, 14, 26, 14),
        finishedAt: Date.UTC(2023, 7, 31, 14, 26, 24),
        repository: 'organization/example-repository',
        sha: SHA,
        version: 'v1.12.07',
        labels: ['language:java', 'department:engineering', 'team:backend'],
      },
    ]);
  });

  it.each([
    ['seconds', 1693491974],
    ['milliseconds', 1693491974000],
    ['nanoseconds', 1693491974000000000],
  ])('may have its times in %s', (_, started_at) => {
    expect(stated(readDatadogDeployment(deployment({ started_at })))).toMatchObject([
      { startedAt: Date.UTC(2023, 7, 31, 14, 26, 14) },
    ]);
  });

  it('is the same deployment when it is sent again, and another one at another time', () => {
    const idOf = (changes = {}) => {
      const [event] = stated(readDatadogDeployment(deployment(changes)));
      return event && 'id' in event ? event.id : undefined;
    };
    expect(idOf()).toBe(idOf());
    expect(idOf({ started_at: 1693491975 })).not.toBe(idOf());
    expect(idOf({ version: 'v2' })).not.toBe(idOf());
    expect(idOf({ id: 'a-deployment-of-ours' })).toBe('a-deployment-of-ours');
  });

  it('goes to production where it names no environment', () => {
    const said = deployment({ env: undefined, git: undefined });
    expect(stated(readDatadogDeployment(said))).toMatchObject([{ environment: 'production' }]);
  });

  it('is refused with every fault by its place in the request', () => {
    expect(faultsOf(readDatadogDeployment({ data: {} }))).toEqual(['data.attributes is missing']);
    const said = deployment({ service: undefined, started_at: 1e15, finished_at: '2026' });
    expect(faultsOf(readDatadogDeployment(said))).toEqual([
      'data.attributes.started_at is not a unix time in seconds, milliseconds or nanoseconds',
      'data.attributes.service is missing',
      expect.stringMatching(/^data.attributes.finished_at .*number/),
    ]);
  });
});

describe('a failure sent to Datadog’s address', () => {
  it('is an incident that names the version it hit', () => {
    expect(stated(readDatadogFailure(failure()))).toMatchObject([
      {
        type: 'incident',
        source: 'datadog',
        services: ['shopist'],
        environment: 'production',
        openedAt: Date.UTC(2023, 7, 31, 14, 26, 14),
        resolvedAt: Date.UTC(2023, 7, 31, 14, 26, 24),
        title: 'Web server is down failing all requests',
        severity: 'High',
        causedBy: { version: 'v1.12.07' },
        labels: ['team:backend'],
      },
    ]);
    expect(stated(readDatadogFailure(failure({ version: undefined })))).toMatchObject([
      { causedBy: { sha: SHA } },
    ]);
  });

  it('is the same incident before and after it is over', () => {
    const open = failure({ finished_at: undefined });
    expect(stated(readDatadogFailure(open))[0]).not.toHaveProperty('resolvedAt');
    expect(toldBy(readDatadogFailure(open))).toBe(toldBy(readDatadogFailure(failure())));
  });

  it('may name a team alone, and has to name somebody', () => {
    const ofTeam = failure({ services: undefined });
    expect(stated(readDatadogFailure(ofTeam))).toMatchObject([
      { services: [], labels: ['team:backend'] },
    ]);
    expect(faultsOf(readDatadogFailure(failure({ services: [], team: undefined })))).toEqual([
      'data.attributes.services is missing, and so is a team: say whom the incident is about',
    ]);
  });
});

describe('a deployment patched at Datadog’s address', () => {
  const patch = (attributes: object) => ({
    data: { attributes, id: 'z_RwVLi7v4Y', type: 'dora_deployment_patch_request' },
  });
  const rollback = { id: 'eG42zNIkVjM', type: 'rollback' };

  it('gets a verdict, by the id that sending it answered', () => {
    const id = toldBy(readDatadogDeployment(deployment({ id: 'release/42 ü' })));
    expect(encodeURIComponent(id)).toBe(id);
    const said = patch({ change_failure: true, remediation: rollback });
    expect(stated(readDatadogPatch(said, id, NOW))).toMatchObject([
      {
        type: 'verdict',
        service: 'shopist',
        environment: 'production',
        deploymentId: 'release/42 ü',
        failed: true,
        reason: 'marked as a change failure; remediation: rollback eG42zNIkVjM',
        at: NOW,
      },
    ]);
    expect(stated(readDatadogPatch(patch({ change_failure: false }), id, NOW))).toMatchObject([
      { failed: false, reason: 'marked as stable' },
    ]);
  });

  it.each(['z_RwVLi7v4Y', 'tl1.', 'tl1.WzFd', 'tl1.%%'])(
    'says what to do about the id %s',
    (id) => {
      expect(faultsOf(readDatadogPatch(patch({ change_failure: true }), id, NOW))).toEqual([
        expect.stringMatching(/^deployment_id .*\/v1\/deployments/),
      ]);
    },
  );

  it('has to say whether it failed', () => {
    const id = toldBy(readDatadogDeployment(deployment()));
    expect(faultsOf(readDatadogPatch(patch({ remediation: rollback }), id, NOW))).toEqual([
      'data.attributes.change_failure is missing',
    ]);
  });

  it('cannot be named by its version, and says so', () => {
    expect(faultsOf(readDatadogPatchByVersion())).toEqual([
      expect.stringContaining('PATCH /api/v2/dora/deployments/{id}'),
    ]);
  });
});

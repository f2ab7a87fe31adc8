import { describe, expect, it } from '@jest/globals';
import type { DeploymentRule } from '../mapping/deployment-rule.js';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { azureDevops } from './azure-devops.js';
import {
  BUILD_1,
  BUILD_2,
  DEPLOYMENT_COMPLETED,
  DEPLOYMENT_STARTED,
  REDEPLOYED,
  RUN,
  RUN_STARTED,
  STAGE,
} from './payloads.fixture.js';

const SHA = '600c52d2d5b655caa111abfd863e5a9bd304bb0e';

const deploying = (...deployments: Partial<DeploymentRule>[]): Mapping => ({
  ...NO_MAPPING,
  deployments: deployments.map((rule) => ({ when: {}, ignore: false, ...rule })),
});

const read = (payload: unknown, mapping = NO_MAPPING) =>
  azureDevops.normalise(payload, {}, mapping);

const withResource = (payload: { readonly resource: object }, more: object) => ({
  ...payload,
  resource: { ...payload.resource, ...more },
});

describe('a build', () => {
  const rules = deploying({ when: { workflow: ['deploy*'], branch: ['main'] } });

  it('is a deployment of its repository where a rule says so', () => {
    expect(read(BUILD_2, rules)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'azure-devops',
          service: 'checkout',
          environment: 'production',
          id: '479',
          repository: 'https://acme@dev.azure.com/acme/Shop/_git/checkout',
          sha: SHA,
          version: '20260301.2',
          status: 'failed',
          startedAt: '2026-03-01T13:04:06.83Z',
          finishedAt: '2026-03-01T13:06:10.69Z',
          updatedAt: '2026-03-01T13:06:12.4285528Z',
          url: 'https://dev.azure.com/acme/be9b3917/_build/results?buildId=479',
          actor: 'ada@example.com',
        },
      ],
    });
  });

  it('of the older form names its commit among others, and no repository', () => {
    expect(read(BUILD_1, deploying({ when: { workflow: ['deploy-{service}'] } }))).toMatchObject({
      events: [{ service: 'checkout', id: '2', sha: SHA, status: 'succeeded' }],
    });
    expect(read(BUILD_1, rules)).toMatchObject({ events: [{ service: 'deploy-checkout' }] });
  });

  it('of a repository elsewhere is of the one that its id names', () => {
    const repository = { id: 'acme/shop', type: 'GitHub' };
    expect(read(withResource(BUILD_2, { repository }), rules)).toMatchObject({
      events: [{ repository: 'acme/shop' }],
    });
    const azure = { id: '4bc14d40-c903-45e2-872e-0462c7748079', type: 'TfsGit' };
    expect(read(withResource(BUILD_2, { repository: azure }), rules)).toMatchObject({
      events: [{ repository: undefined }],
    });
  });

  it('of a branch that no rule means is none', () => {
    const topic = withResource(BUILD_2, { sourceBranch: 'refs/pull/17/merge' });
    expect(read(topic, rules)).toMatchObject({ kind: 'ignored' });
    expect(read(BUILD_2)).toMatchObject({ kind: 'ignored' });
  });

  it('may be told by why it ran, and is of no commit where its version is none', () => {
    const checkin = withResource(BUILD_2, { sourceVersion: 'C1234' });
    expect(read(checkin, deploying({ when: { trigger: ['individualCI'] } }))).toMatchObject({
      events: [{ sha: undefined }],
    });
  });

  it.each([
    ['succeeded', 'succeeded'],
    ['partiallySucceeded', 'succeeded'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
  ])('that ended as %s %s', (result, status) => {
    expect(read(withResource(BUILD_2, { result }), rules)).toMatchObject({ events: [{ status }] });
  });
});

describe('a run of a pipeline', () => {
  const rules = deploying({ when: { workflow: ['{service}-delivery'] } });

  it('is in progress from its start', () => {
    expect(read(RUN_STARTED, rules)).toMatchObject({
      events: [
        {
          service: 'checkout',
          id: '480',
          status: 'in_progress',
          startedAt: '2026-03-01T14:00:00.613Z',
          finishedAt: undefined,
          updatedAt: '2026-03-01T14:00:01.2Z',
        },
      ],
    });
  });

  it('is the same one at its end', () => {
    expect(read(RUN, rules)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'azure-devops',
          service: 'checkout',
          environment: 'production',
          id: '480',
          repository: undefined,
          sha: SHA,
          version: '20260301.3',
          status: 'succeeded',
          startedAt: '2026-03-01T14:00:00.613Z',
          finishedAt: '2026-03-01T14:09:13.613Z',
          updatedAt: '2026-03-01T14:09:13.683Z',
          url: 'https://dev.azure.com/acme/be9b3917/_build/results?buildId=480',
        },
      ],
    });
  });

  it('goes by the name of the pipeline where its repository is only an id', () => {
    expect(read(RUN, deploying({ when: { branch: ['main'] } }))).toMatchObject({
      events: [{ service: 'checkout-delivery' }],
    });
  });

  it('that is skipped in the end is withdrawn', () => {
    const { run } = RUN.resource as { readonly run: object };
    const skipped = withResource(RUN, { run: { ...run, result: 'skipped' } });
    expect(read(skipped, rules)).toMatchObject({ events: [{ id: '480', retracted: true }] });
  });

  it('says nothing while it is being cancelled', () => {
    const { run } = RUN.resource as { readonly run: object };
    const canceling = withResource(RUN, { run: { ...run, state: 'canceling', result: null } });
    expect(read(canceling, rules)).toMatchObject({ kind: 'ignored' });
  });
});

describe('a stage', () => {
  it('is a deployment where a rule names it, by either of its names', () => {
    for (const stage of ['deploy_{environment}', 'deploy to {environment}']) {
      expect(read(STAGE, deploying({ when: { stage: [stage] } }))).toMatchObject({
        events: [
          {
            service: 'checkout-delivery',
            environment: 'production',
            id: '480/deploy_production',
            sha: SHA,
            status: 'succeeded',
            startedAt: undefined,
            finishedAt: '2026-03-01T14:09:12.186Z',
          },
        ],
      });
    }
  });

  it('does not count beside the run that a rule means', () => {
    expect(read(STAGE, deploying({ when: { workflow: ['*'] } }))).toMatchObject({
      kind: 'ignored',
    });
  });

  it('that is skipped in the end is withdrawn, should it have been told to run', () => {
    const { stage } = STAGE.resource as { readonly stage: object };
    const skipped = withResource(STAGE, { stage: { ...stage, result: 'skipped' } });
    expect(read(skipped, deploying({ when: { stage: ['*'] } }))).toMatchObject({
      events: [{ id: '480/deploy_production', retracted: true, updatedAt: STAGE.createdDate }],
    });
  });

  it('that waits has not begun, and one that runs is in progress', () => {
    const rules = deploying({ when: { stage: ['*'] } });
    const { stage } = STAGE.resource as { readonly stage: object };
    const at = (state: string) => withResource(STAGE, { stage: { ...stage, state, result: null } });
    expect(read(at('waiting'), rules)).toMatchObject({ kind: 'ignored' });
    expect(read(at('running'), rules)).toMatchObject({
      events: [
        {
          id: '480/deploy_production',
          status: 'in_progress',
          startedAt: '2026-03-01T14:09:12.186Z',
          finishedAt: undefined,
        },
      ],
    });
  });
});

describe('a deployment of a release', () => {
  it('is one without any rule', () => {
    expect(read(DEPLOYMENT_COMPLETED)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'azure-devops',
          service: 'Shop',
          environment: 'Production',
          id: '5',
          sha: undefined,
          version: 'Release-1',
          status: 'succeeded',
          startedAt: undefined,
          finishedAt: '2026-03-01T15:10:28.5345098Z',
          updatedAt: '2026-03-01T15:10:28.5345098Z',
          url: 'https://dev.azure.com/acme/Shop/_release?releaseId=1',
          actor: undefined,
        },
      ],
    });
  });

  it('for the second time is another one, of the commit that was built', () => {
    expect(read(REDEPLOYED)).toMatchObject({
      events: [
        {
          service: 'Checkout CD',
          id: '5/2',
          sha: SHA,
          status: 'failed',
          startedAt: '2026-03-01T15:09:05Z',
          finishedAt: '2026-03-01T15:10:27Z',
          actor: 'ada@example.com',
        },
      ],
    });
  });

  it('is known when it starts by the id that it will end with', () => {
    expect(read(DEPLOYMENT_STARTED)).toMatchObject({
      events: [
        {
          id: '5/2',
          status: 'in_progress',
          startedAt: '2026-03-01T15:09:00.1Z',
          updatedAt: '2026-03-01T15:09:02.157Z',
        },
      ],
    });
    const unclear = { ...DEPLOYMENT_COMPLETED, eventType: DEPLOYMENT_STARTED.eventType };
    expect(read(unclear)).toMatchObject({ kind: 'ignored' });
  });

  it('that was not approved is withdrawn, should it have been told to start', () => {
    const deployment = { attempt: 2, deploymentStatus: 'notDeployed' };
    expect(read(withResource(REDEPLOYED, { deployment }))).toMatchObject({
      events: [{ id: '5/2', retracted: true, updatedAt: '2026-03-01T15:10:28.5345098Z' }],
    });
    const unclear = { deployment: { deploymentStatus: 'notDeployed' } };
    expect(read(withResource(DEPLOYMENT_COMPLETED, unclear))).toMatchObject({ kind: 'ignored' });
  });

  it('is of the pipeline that its stage names, where its release names none', () => {
    const { environment } = DEPLOYMENT_COMPLETED.resource as { readonly environment: object };
    const releaseDefinition = { id: 1, name: 'Checkout CD' };
    const told = withResource(DEPLOYMENT_COMPLETED, {
      environment: { ...environment, releaseDefinition },
    });
    expect(read(told)).toMatchObject({ events: [{ service: 'Checkout CD' }] });
  });

  it('is of the service and environment that a rule names', () => {
    const rules = deploying(
      { when: { environment: ['dev*'] }, ignore: true },
      { when: { workflow: ['{service} CD'], stage: ['production'] }, environment: 'eu' },
    );
    expect(read(REDEPLOYED, rules)).toMatchObject({
      events: [{ service: 'Checkout', environment: 'eu' }],
    });
  });
});

describe('a service hook', () => {
  it('is known by its event, its subscription and its notification', () => {
    expect(azureDevops.dedupeKey(RUN, {})).toBe(
      '9c335e3e-e047-405c-a420-d679bd54a299 bb3738ff-00ae-472e-b752-d192c676780c 7',
    );
    expect(azureDevops.dedupeKey({ id: 'a' }, {})).toBeUndefined();
  });

  it('is believed by its password', () => {
    const verify = (authorization: string) =>
      azureDevops.verify({ body: Buffer.from('{}'), headers: { authorization }, receivedAt: 0 }, [
        'a long password',
      ]).authentic;
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    expect(verify(basic('anybody:a long password'))).toBe(true);
    expect(verify(basic('a long password:anybody'))).toBe(false);
    expect(verify('Bearer a long password')).toBe(false);
  });

  it('of another kind is ignored, and what is none is refused', () => {
    for (const eventType of ['tfvc.checkin', 'constructor', 'workitem.commented']) {
      expect(read({ ...RUN, eventType })).toMatchObject({ kind: 'ignored' });
    }
    expect(read({})).toMatchObject({ kind: 'refused' });
    expect(read({ ...RUN, resource: {} })).toMatchObject({ kind: 'refused' });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { DeploymentRule } from '../mapping/deployment-rule.js';
import { NO_MAPPING } from '../mapping/mapping.js';
import { BARE, COMPLETED, FINALIZED, SHA, STARTED } from './jenkins.fixture.js';
import { jenkins } from './jenkins.js';
import { jobPathOf } from './job-path.js';

const read = (payload: unknown, ...rules: Partial<DeploymentRule>[]) =>
  jenkins.normalise(
    payload,
    {},
    { ...NO_MAPPING, deployments: rules.map((rule) => ({ when: {}, ignore: false, ...rule })) },
  );

const built = (more: object) => ({ ...COMPLETED, build: { ...COMPLETED.build, ...more } });

describe('a build of Jenkins that a rule calls a deployment', () => {
  const rule = { when: { workflow: ['shop/deploy-{service}'], branch: ['main'] } };
  const told = {
    type: 'deployment',
    source: 'jenkins',
    service: 'checkout',
    environment: 'production',
    id: 'shop/deploy-checkout#18',
    repository: 'git@github.com:acme/shop.git',
    sha: SHA,
    version: '1.4.0',
    startedAt: 1772366400000,
    url: 'https://ci.example.com/job/shop/job/deploy-checkout/18/',
  };

  it('is in progress when it starts', () => {
    expect(read(STARTED, rule)).toEqual({
      kind: 'events',
      events: [{ ...told, status: 'in_progress', finishedAt: undefined, updatedAt: 1772366400000 }],
    });
  });

  it('ends when it is completed, having taken as long as it says', () => {
    expect(read(COMPLETED, rule)).toEqual({
      kind: 'events',
      events: [
        { ...told, status: 'succeeded', finishedAt: 1772366490000, updatedAt: 1772366490000 },
      ],
    });
  });

  it('is not told once more when its logs are closed', () => {
    expect(read(FINALIZED, rule)).toMatchObject({ kind: 'ignored' });
  });

  it('may be told by its name alone, by its folder, or by a parameter', () => {
    expect(read(COMPLETED, { when: { workflow: ['deploy-checkout'] } })).toMatchObject({
      events: [{ service: 'shop' }],
    });
    expect(read(COMPLETED, { when: { project: ['shop'] } })).toMatchObject({ kind: 'events' });
    const named = built({ parameters: { environment: 'staging', Service: 'web' } });
    expect(read(named, { when: { environment: ['staging'] } })).toMatchObject({
      events: [{ service: 'web', environment: 'staging' }],
    });
  });

  it('of no repository is of the service named like the job', () => {
    expect(read(BARE, {})).toMatchObject({
      events: [
        {
          service: 'nightly',
          environment: 'production',
          id: 'nightly#7',
          status: 'cancelled',
          sha: undefined,
          startedAt: undefined,
        },
      ],
    });
  });

  it.each([
    ['SUCCESS', 'succeeded'],
    ['UNSTABLE', 'succeeded'],
    ['FAILURE', 'failed'],
    ['ABORTED', 'cancelled'],
  ])('that ended as %s %s', (status, expected) => {
    expect(read(built({ status }), rule)).toMatchObject({ events: [{ status: expected }] });
  });

  it('but was not built in the end is withdrawn, having been told to start', () => {
    expect(read(built({ status: 'NOT_BUILT' }), rule)).toMatchObject({
      events: [{ id: 'shop/deploy-checkout#18', retracted: true, updatedAt: 1772366490000 }],
    });
  });

  it.each([
    ['does not say how it ended', { status: undefined }],
    ['is only queued', { phase: 'QUEUED' }],
    ['tells no time', { timestamp: undefined }],
  ])('but %s deployed nothing', (_, more) => {
    expect(read(built(more), rule)).toMatchObject({ kind: 'ignored' });
  });
});

describe('a notification of Jenkins', () => {
  it('deploys nothing unless a rule says so, and must be one', () => {
    expect(read(COMPLETED)).toMatchObject({ kind: 'ignored' });
    expect(read({ name: 'deploy' }, {})).toMatchObject({ kind: 'refused' });
  });

  it('is known by its build, its phase and its time', () => {
    expect(jenkins.dedupeKey(COMPLETED, {})).toBe(
      'https://ci.example.com/job/shop/job/deploy-checkout/18/ COMPLETED 1772366490000',
    );
    expect(jenkins.dedupeKey(STARTED, {})).not.toBe(jenkins.dedupeKey(COMPLETED, {}));
    expect(jenkins.dedupeKey({}, {})).toBeUndefined();
  });

  it.each([
    ['job/deploy/', 'deploy'],
    ['job/shop/job/deploy%20all/', 'shop/deploy all'],
    ['job/shop/job/100%/', 'shop/100%'],
    ['view/all/', undefined],
  ])('with the address %s is of the job %s', (url, path) => {
    expect(jobPathOf(url)).toBe(path);
  });
});

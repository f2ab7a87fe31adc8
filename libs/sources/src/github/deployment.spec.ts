import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { exampleOf } from './examples.fixture.js';
import type { DeploymentRule } from '../mapping/deployment-rule.js';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { github } from './github.js';

const status = exampleOf('deployment_status', 0);

const rules = (...deployments: Partial<DeploymentRule>[]): Mapping => ({
  ...NO_MAPPING,
  deployments: deployments.map((rule) => ({ when: {}, ignore: false, ...rule })),
});

function said(state: string, more: object = {}) {
  const { deployment_status: was } = status.payload as { deployment_status: object };
  return github.normalise(
    { ...status.payload, deployment_status: { ...was, state, ...more } },
    status.headers,
    NO_MAPPING,
  );
}

describe('a deployment', () => {
  it('is in progress once it was asked for', () => {
    const { payload, headers } = exampleOf('deployment', 0);
    expect(github.normalise(payload, headers, NO_MAPPING)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'github',
          repository: 'Codertocat/Hello-World',
          service: 'Hello-World',
          environment: 'production',
          id: '145988746',
          sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
          startedAt: '2019-05-15T15:20:53Z',
          updatedAt: '2019-05-15T15:20:53Z',
          actor: 'Codertocat',
          status: 'in_progress',
        },
      ],
    });
  });
});

it('a deployment is told by its statuses alone where a rule asks for the job', () => {
  const { payload, headers } = exampleOf('deployment', 0);
  const mapping = rules({ when: { job: ['ship {service}'] } });
  expect(github.normalise(payload, headers, mapping)).toMatchObject({ kind: 'ignored' });
});

describe('a deployment status', () => {
  it('ends the deployment at the moment of its success', () => {
    expect(github.normalise(status.payload, status.headers, NO_MAPPING)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'github',
          repository: 'Codertocat/Hello-World',
          service: 'Hello-World',
          environment: 'production',
          id: '145988746',
          sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
          startedAt: '2019-05-15T15:20:53Z',
          finishedAt: '2019-05-15T15:20:55Z',
          updatedAt: '2019-05-15T15:20:55Z',
          actor: 'Codertocat',
          status: 'succeeded',
          url: undefined,
        },
      ],
    });
  });

  it('of a running deployment leads to its log', () => {
    const { payload, headers } = exampleOf('deployment_status', 1);
    expect(github.normalise(payload, headers, NO_MAPPING)).toMatchObject({
      events: [
        {
          environment: 'github-pages',
          status: 'in_progress',
          finishedAt: undefined,
          updatedAt: '2022-01-03T01:28:40Z',
          url: 'https://github.com/CorsixTH/CorsixTH/runs/4687056418?check_suite_focus=true',
        },
      ],
    });
  });

  it.each([
    ['success', 'succeeded'],
    ['failure', 'failed'],
    ['error', 'failed'],
    ['in_progress', 'in_progress'],
    ['queued', 'in_progress'],
    ['pending', 'in_progress'],
    ['waiting', 'in_progress'],
  ])('%s means %s', (state, expected) => {
    const result = said(state);
    expect(result).toMatchObject({ events: [{ status: expected }] });
    if (result.kind === 'events')
      expect(parseEvent(result.events[0], 0)).toMatchObject({ ok: true });
  });

  it.each(['inactive', 'exploded'])('%s changes nothing', (state) => {
    expect(said(state)).toMatchObject({ kind: 'ignored' });
  });

  it('takes the deployment out of the environment it was moved from', () => {
    expect(said('success', { environment: 'staging' })).toMatchObject({
      events: [
        { environment: 'staging', id: '145988746', status: 'succeeded' },
        { environment: 'production', id: '145988746', retracted: true },
      ],
    });
  });

  it('is moved by nothing where a rule takes both environments for one', () => {
    const { deployment_status: was } = status.payload as { deployment_status: object };
    const moved = { ...was, state: 'success', environment: 'prod-2' };
    const mapping = rules({ when: { environment: ['prod*'] }, environment: 'live' });
    expect(
      github.normalise({ ...status.payload, deployment_status: moved }, status.headers, mapping),
    ).toMatchObject({ events: [{ environment: 'live', status: 'succeeded' }] });
  });

  it('is of what the rules say of the workflow, the job, the task and the branch', () => {
    // The published one that a workflow made: "pages build and deployment", of the branch gh-pages.
    const { payload, headers } = exampleOf('deployment_status', 1);
    const by = (rule: Partial<DeploymentRule>) =>
      github.normalise(payload, headers, rules({ ...rule, service: ['site'] }, { ignore: true }));
    expect(by({ when: { workflow: ['pages build*'], branch: ['gh-pages'] } })).toMatchObject({
      events: [{ service: 'site', environment: 'github-pages', id: '145988746' }],
    });
    expect(by({ when: { job: ['deploy'], trigger: ['dynamic'] } })).toMatchObject({
      kind: 'events',
    });
    expect(by({ when: { stage: ['deploy'] } })).toMatchObject({ kind: 'events' });
    expect(by({ when: { branch: ['master'] } })).toMatchObject({ kind: 'ignored' });
  });

  it('has the environment of its deployment when it names none', () => {
    expect(said('success', { environment: '' })).toMatchObject({
      events: [{ environment: 'production' }],
    });
  });
});

describe('a release', () => {
  const { payload, headers } = exampleOf('release', 0);
  const release = (action: string, more: object) =>
    github.normalise(
      { ...payload, action, release: { ...(payload['release'] as object), ...more } },
      headers,
      NO_MAPPING,
    );
  const sha = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';

  it('of a commit deploys it to production', () => {
    expect(release('published', { target_commitish: sha })).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'github',
          repository: 'Codertocat/Hello-World',
          service: 'Hello-World',
          environment: 'production',
          id: 'release-17372790',
          sha,
          version: '0.0.1',
          status: 'succeeded',
          finishedAt: '2019-05-15T15:20:53Z',
          url: 'https://github.com/Codertocat/Hello-World/releases/tag/0.0.1',
          actor: 'Codertocat',
        },
      ],
    });
  });

  it.each([
    ['names a branch', 'published', {}],
    ['is a pre-release', 'published', { target_commitish: sha, prerelease: true }],
    ['was only edited', 'edited', { target_commitish: sha }],
    ['was deleted', 'deleted', { target_commitish: sha }],
  ])('that %s is ignored', (_, action, more) => {
    expect(release(action, more)).toMatchObject({ kind: 'ignored' });
  });
});

it('keeps a deployment whose environment has a strange name', () => {
  const { payload, headers } = exampleOf('deployment', 0);
  const environment = ` prod\u0000\ud800${'x'.repeat(300)}`;
  const deployment = { ...(payload['deployment'] as object), environment };
  const result = github.normalise({ ...payload, deployment }, headers, NO_MAPPING);
  if (result.kind !== 'events') throw new Error(result.reason);
  expect(parseEvent(result.events[0], 0)).toMatchObject({ ok: true });
});

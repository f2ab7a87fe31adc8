import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import type { DeploymentRule } from '../mapping/deployment-rule.js';
import { NO_MAPPING } from '../mapping/mapping.js';
import { gitlab } from './gitlab.js';
import { DEPLOYMENT, JOB, PIPELINE, RELEASE, sha } from './payloads.fixture.js';

function read(payload: object, ...rules: Partial<DeploymentRule>[]) {
  const deployments = rules.map((rule) => ({ when: {}, ignore: false, ...rule }));
  return gitlab.normalise(payload, {}, { ...NO_MAPPING, deployments });
}

const at = (time: string) => Date.parse(`2026-03-01T${time}Z`);

const STATUSES = [
  ['running', 'in_progress'],
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
];

const NOTHING_YET = ['created', 'pending', 'manual', 'skipped', 'blocked', 'scheduled', 'approved'];

describe('a deployment', () => {
  const told = {
    type: 'deployment',
    source: 'gitlab',
    repository: 'acme/shop',
    service: 'shop',
    environment: 'live-eu',
    id: 'job-796',
    sha: sha('c'),
    url: 'https://gitlab.example.com/acme/shop/-/jobs/796',
    actor: 'ada',
  };

  it('is one of the job that made it', () => {
    expect(read(DEPLOYMENT)).toEqual({
      kind: 'events',
      events: [
        {
          ...told,
          status: 'succeeded',
          finishedAt: at('12:04:01'),
          updatedAt: at('12:04:01'),
        },
      ],
    });
    expect(read({ ...DEPLOYMENT, status: 'running' })).toEqual({
      kind: 'events',
      events: [
        {
          ...told,
          status: 'in_progress',
          startedAt: at('12:04:01'),
          updatedAt: at('12:04:01'),
        },
      ],
    });
  });

  it('that no job made is known by its own number', () => {
    expect(read({ ...DEPLOYMENT, deployable_id: null, deployable_url: null })).toMatchObject({
      events: [{ id: 'deployment-15', url: undefined }],
    });
  });

  it.each(STATUSES)('that is %s is %s', (status, expected) => {
    const result = read({ ...DEPLOYMENT, status });
    expect(result).toMatchObject({ events: [{ status: expected }] });
    if (result.kind === 'events')
      expect(parseEvent(result.events[0], 0)).toMatchObject({ ok: true });
  });

  it.each([...NOTHING_YET, 'rejected'])('that is %s is ignored', (status) => {
    expect(read({ ...DEPLOYMENT, status })).toMatchObject({ kind: 'ignored' });
  });

  it('may be called by what its environment is for', () => {
    const byTier = { when: { environment: ['production'] }, environment: 'production' };
    expect(read(DEPLOYMENT, byTier, { ignore: true })).toMatchObject({
      events: [{ environment: 'production' }],
    });
    const staging = { ...DEPLOYMENT, environment_tier: 'staging' };
    expect(read(staging, byTier, { ignore: true })).toMatchObject({ kind: 'ignored' });
  });

  it('is left to the job that made it where rules go by jobs', () => {
    const byJob = { when: { job: ['deploy-{service}'] } };
    expect(read(DEPLOYMENT, byJob)).toMatchObject({ kind: 'ignored' });
    expect(read(JOB, byJob)).toMatchObject({ events: [{ id: 'job-796', service: 'live' }] });
    const ofNoJob = { ...DEPLOYMENT, deployable_id: null };
    expect(read(ofNoJob, byJob)).toMatchObject({ events: [{ id: 'deployment-15' }] });
    const without = { when: { job: ['lint'] }, ignore: true };
    expect(read(DEPLOYMENT, without)).toMatchObject({ events: [{ id: 'job-796' }] });
  });

  it('has no commit where the address of none is told', () => {
    const commit_url = 'https://gitlab.example.com/acme/shop/-/commit/279484c0';
    expect(read({ ...DEPLOYMENT, commit_url })).toMatchObject({ events: [{ sha: undefined }] });
  });
});

describe('a job', () => {
  it('that starts an environment is the deployment that it makes', () => {
    expect(read(JOB)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'gitlab',
          repository: 'acme/shop',
          service: 'shop',
          environment: 'production',
          id: 'job-796',
          sha: sha('c'),
          status: 'succeeded',
          startedAt: at('12:01:00.500'),
          finishedAt: at('12:04:00.750'),
          updatedAt: at('12:04:00.750'),
          actor: 'ada',
        },
      ],
    });
  });

  it.each(STATUSES)('that is %s is %s', (build_status, status) => {
    const result = read({ ...JOB, build_status });
    expect(result).toMatchObject({ events: [{ status }] });
    if (result.kind === 'events')
      expect(parseEvent(result.events[0], 0)).toMatchObject({ ok: true });
  });

  it.each(NOTHING_YET)('that is %s is ignored', (build_status) => {
    expect(read({ ...JOB, build_status })).toMatchObject({ kind: 'ignored' });
  });

  it('that was cancelled before it began ended when it was made', () => {
    const neverBegan = {
      build_status: 'canceled',
      build_started_at: null,
      build_finished_at: null,
    };
    expect(read({ ...JOB, ...neverBegan })).toMatchObject({
      events: [{ status: 'cancelled', finishedAt: at('12:00:00.250') }],
    });
  });

  it('that stops an environment, or has none, is a deployment only by a rule about jobs', () => {
    const stop = { ...JOB, environment: { name: 'production', action: 'stop' } };
    const none = { ...JOB, environment: null };
    expect(read(stop)).toMatchObject({ kind: 'ignored' });
    expect(read(none, { when: { workflow: ['Deploy *'] } })).toMatchObject({ kind: 'ignored' });
    const byJob = { when: { workflow: ['Deploy {service}'], job: ['deploy-{environment}'] } };
    expect(read(none, byJob)).toMatchObject({
      events: [{ service: 'shop', environment: 'live' }],
    });
    expect(read(none, { when: { stage: ['deploy'], branch: ['main'] } })).toMatchObject({
      events: [{ environment: 'production' }],
    });
  });

  it('of a tag brings a version', () => {
    const tagged = { ...JOB, ref: 'v1.1', tag: true };
    expect(read(tagged, { when: { tag: ['v*'] } })).toMatchObject({
      events: [{ version: 'v1.1' }],
    });
    expect(read(tagged, { when: { branch: ['v*'] }, ignore: true })).toMatchObject({
      kind: 'events',
    });
  });

  it('of an older version names its project by where it is cloned from', () => {
    expect(read({ ...JOB, project: undefined })).toMatchObject({
      events: [{ repository: 'https://gitlab.example.com/acme/shop.git', service: 'shop' }],
    });
    expect(read({ ...JOB, project: undefined, repository: undefined })).toEqual({
      kind: 'refused',
      reason: 'project: is missing',
    });
  });
});

describe('a pipeline', () => {
  const rule = { when: { workflow: ['Deploy {service}'], trigger: ['push'] } };
  const pipeline = (more: object) =>
    read({ ...PIPELINE, object_attributes: { ...PIPELINE.object_attributes, ...more } }, rule);

  it('that a rule calls a deployment is one', () => {
    expect(read(PIPELINE, rule)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'gitlab',
          repository: 'acme/shop',
          service: 'shop',
          environment: 'production',
          id: 'pipeline-31',
          sha: sha('c'),
          status: 'succeeded',
          startedAt: at('12:00:00'),
          finishedAt: at('12:05:00'),
          updatedAt: at('12:05:00'),
          url: 'https://gitlab.example.com/acme/shop/-/pipelines/31',
          actor: 'ada',
        },
      ],
    });
    expect(read(PIPELINE)).toMatchObject({ kind: 'ignored' });
  });

  it('of a merge request is not of the branch that a rule means where that is one of a fork', () => {
    const branches = { when: { branch: ['main'] } };
    const from = (source_project_id: number) =>
      read({ ...PIPELINE, merge_request: { source_project_id, target_project_id: 1 } }, branches);
    expect(from(2)).toMatchObject({ kind: 'ignored' });
    expect(from(1)).toMatchObject({ kind: 'events' });
  });

  it('that runs again is in progress again', () => {
    const again = { status: 'running', finished_at: null };
    const builds = [{ ...PIPELINE.builds[0], created_at: '2026-03-01 12:30:00 UTC' }];
    const result = read(
      { ...PIPELINE, object_attributes: { ...PIPELINE.object_attributes, ...again }, builds },
      rule,
    );
    expect(result).toMatchObject({
      events: [
        {
          id: 'pipeline-31',
          status: 'in_progress',
          updatedAt: at('12:30:00'),
          finishedAt: undefined,
        },
      ],
    });
  });

  it.each(STATUSES)('that is %s is %s', (status, expected) => {
    expect(pipeline({ status })).toMatchObject({ events: [{ status: expected }] });
  });

  it.each(NOTHING_YET)('that is %s is ignored', (status) => {
    expect(pipeline({ status })).toMatchObject({ kind: 'ignored' });
  });
});

describe('a release', () => {
  it('brings its commit to production', () => {
    expect(read(RELEASE)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'gitlab',
          repository: 'acme/shop',
          service: 'shop',
          environment: 'production',
          id: 'release-1',
          sha: sha('c'),
          version: 'v1.1',
          status: 'succeeded',
          finishedAt: at('12:55:12'),
          url: 'https://gitlab.example.com/acme/shop/-/releases/v1.1',
        },
      ],
    });
  });

  it.each(['update', 'delete'])('is not made by %s', (action) => {
    expect(read({ ...RELEASE, action })).toMatchObject({ kind: 'ignored' });
  });
});

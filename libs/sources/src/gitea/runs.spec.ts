import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { NO_MAPPING } from '../mapping/mapping.js';
import { gitea } from './gitea.js';
import { ACTION_RUN, NEVER, sha, WORKFLOW_JOB, WORKFLOW_RUN } from './payloads.fixture.js';

const read = (event: string, payload: object, when: object) =>
  gitea.normalise(
    payload,
    { 'x-gitea-event': event },
    { ...NO_MAPPING, deployments: [{ when, ignore: false }] },
  );

const workflowRun = (more: object = {}, when: object = {}) =>
  read(
    'workflow_run',
    { ...WORKFLOW_RUN, workflow_run: { ...WORKFLOW_RUN.workflow_run, ...more } },
    when,
  );

const job = (more: object = {}, when: object = { job: ['ship'] }) =>
  read(
    'workflow_job',
    { ...WORKFLOW_JOB, workflow_job: { ...WORKFLOW_JOB.workflow_job, ...more } },
    when,
  );

const actionRun = (more: object = {}, when: object = {}) =>
  read('action_run_success', { ...ACTION_RUN, run: { ...ACTION_RUN.run, ...more } }, when);

const deployed = {
  type: 'deployment',
  source: 'gitea',
  repository: 'acme/shop',
  service: 'shop',
  environment: 'production',
  sha: sha('d'),
};

describe('a run of a workflow at Gitea', () => {
  it('that a rule calls a deployment is one, from when it began to when it ended', () => {
    expect(workflowRun()).toEqual({
      kind: 'events',
      events: [
        {
          ...deployed,
          id: 'run-41-1',
          status: 'succeeded',
          startedAt: '2026-03-01T15:01:00+01:00',
          finishedAt: '2026-03-01T15:04:00+01:00',
          updatedAt: '2026-03-01T15:04:00+01:00',
          url: 'https://git.example.com/acme/shop/actions/runs/9',
          actor: 'bob',
        },
      ],
    });
  });

  it('is the same deployment from start to end, and another one at the next attempt', () => {
    const running = { status: 'in_progress', conclusion: '', completed_at: NEVER };
    expect(workflowRun(running)).toMatchObject({
      events: [
        {
          id: 'run-41-1',
          status: 'in_progress',
          startedAt: '2026-03-01T15:01:00+01:00',
          updatedAt: '2026-03-01T15:01:00+01:00',
        },
      ],
    });
    expect(workflowRun({ run_attempt: 2 })).toMatchObject({ events: [{ id: 'run-41-2' }] });
  });

  it.each([
    ['success', 'succeeded'],
    ['failure', 'failed'],
    ['cancelled', 'cancelled'],
  ])('that concluded with %s %s', (conclusion, status) => {
    expect(workflowRun({ conclusion })).toMatchObject({ events: [{ status }] });
  });

  it('that was skipped put nothing out', () => {
    expect(workflowRun({ conclusion: 'skipped' })).toMatchObject({
      events: [{ id: 'run-41-1', retracted: true }],
    });
  });

  it('that was cancelled before it began has no beginning', () => {
    const result = workflowRun({ conclusion: 'cancelled', started_at: NEVER });
    expect(result).toMatchObject({
      events: [{ status: 'cancelled', startedAt: undefined }],
    });
    if (result.kind !== 'events') throw new Error(result.reason);
    expect(parseEvent(result.events[0], 0)).toMatchObject({ ok: true });
  });

  it.each([
    ['queued', { status: 'queued', conclusion: '', started_at: NEVER, completed_at: NEVER }],
    ['waiting for consent', { status: 'waiting', started_at: '0001-01-01T00:00:00Z' }],
  ])('that is %s has not begun', (_, more) => {
    expect(workflowRun(more)).toEqual({ kind: 'ignored', reason: 'it has not begun' });
  });

  it.each([
    ['its name', { workflow: ['Deploy'] }, 'events'],
    ['its file', { workflow: ['deploy.yaml'] }, 'events'],
    ['the path of its file', { workflow: ['.gitea/workflows/deploy.yaml'] }, 'events'],
    ['its branch', { branch: ['main'] }, 'events'],
    ['why it ran', { trigger: ['push'] }, 'events'],
    ['a tag that it did not run for', { tag: ['*'] }, 'ignored'],
  ])('may be known by %s', (_, when, kind) => {
    expect(workflowRun({}, when).kind).toBe(kind);
  });

  it('may be known by its tag', () => {
    const tagged = { path: 'deploy.yaml@refs/tags/v1.2.0', head_branch: '' };
    expect(workflowRun(tagged, { tag: ['v*'], workflow: ['deploy.yaml'] }).kind).toBe('events');
    expect(workflowRun(tagged, { branch: ['*'] }).kind).toBe('ignored');
  });
});

describe('a job of a workflow at Gitea', () => {
  it('that a rule names is a deployment, each attempt for itself', () => {
    expect(job()).toEqual({
      kind: 'events',
      events: [
        {
          ...deployed,
          id: 'job-52-1',
          status: 'failed',
          startedAt: '2026-03-01T14:02:00Z',
          finishedAt: '2026-03-01T14:03:00Z',
          updatedAt: '2026-03-01T14:03:00Z',
          url: 'https://git.example.com/acme/shop/actions/runs/9/jobs/0',
        },
      ],
    });
    expect(job({ run_attempt: 2 })).toMatchObject({ events: [{ id: 'job-52-2' }] });
  });

  it('does not count beside its workflow, which a rule about branches means', () => {
    expect(job({}, { branch: ['main'] }).kind).toBe('ignored');
  });

  it('that has not begun is ignored', () => {
    expect(job({ status: 'queued', started_at: NEVER, completed_at: NEVER }).kind).toBe('ignored');
  });
});

describe('a run of a workflow at Forgejo', () => {
  it('that a rule calls a deployment is one', () => {
    expect(actionRun()).toEqual({
      kind: 'events',
      events: [
        {
          ...deployed,
          // Known by the moment it began, in milliseconds of unix time.
          id: `run-61-${Date.UTC(2026, 2, 1, 14, 1)}`,
          status: 'succeeded',
          startedAt: '2026-03-01T15:01:00+01:00',
          finishedAt: '2026-03-01T15:04:00+01:00',
          updatedAt: '2026-03-01T15:04:00+01:00',
          url: 'https://git.example.com/acme/shop/actions/runs/9',
          actor: 'ada',
        },
      ],
    });
  });

  it.each([
    ['success', 'succeeded'],
    ['failure', 'failed'],
    ['cancelled', 'cancelled'],
  ])('that ended with %s %s', (status, expected) => {
    expect(actionRun({ status })).toMatchObject({ events: [{ status: expected }] });
  });

  it('that was run again is another deployment', () => {
    expect(actionRun({ started: '2026-03-01T16:01:00+01:00' })).toMatchObject({
      events: [{ id: `run-61-${Date.UTC(2026, 2, 1, 15, 1)}` }],
    });
  });

  it('is the same one in what tells that it succeeded and what tells that it recovered', () => {
    const recovered = { ...ACTION_RUN, action: 'recover', last_run: ACTION_RUN.run };
    expect(read('action_run_recover', recovered, {})).toEqual(actionRun());
  });

  it.each([
    ['its file', { workflow: ['deploy.yml'] }, 'events'],
    ['its branch', { branch: ['main'] }, 'events'],
    ['why it ran', { trigger: ['push'] }, 'events'],
    ['another branch', { branch: ['next'] }, 'ignored'],
  ])('may be known by %s', (_, when, kind) => {
    expect(actionRun({}, when).kind).toBe(kind);
  });
});

it('calls no run a deployment by itself', () => {
  for (const [event, payload] of [
    ['workflow_run', WORKFLOW_RUN],
    ['workflow_job', WORKFLOW_JOB],
    ['action_run_failure', ACTION_RUN],
  ] as const) {
    expect(gitea.normalise(payload, { 'x-gitea-event': event }, NO_MAPPING).kind).toBe('ignored');
  }
});

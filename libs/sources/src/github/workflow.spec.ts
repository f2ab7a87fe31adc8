import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import type { DeploymentRule } from '../mapping/deployment-rule.js';
import { NO_MAPPING } from '../mapping/mapping.js';
import { exampleOf } from './examples.fixture.js';
import { github } from './github.js';

interface Sent {
  readonly event?: string;
  readonly example?: number;
  readonly more?: object;
  readonly rule?: Partial<DeploymentRule>;
}

/** What becomes of a published run, where a rule calls it a deployment. */
function run({ event = 'workflow_run', example = 1, more = {}, rule = {} }: Sent) {
  const { payload, headers } = exampleOf(event, example);
  const deployments = [{ when: { workflow: ['test', 'CodeQL'] }, ignore: false, ...rule }];
  return github.normalise(
    { ...payload, [event]: { ...(payload[event] as object), ...more } },
    headers,
    { ...NO_MAPPING, deployments },
  );
}

/** The rule that calls the published job a deployment. */
const JOB = { when: { workflow: ['CodeQL'], job: ['linters'] } };

describe('a run of a workflow', () => {
  it('that a rule calls a deployment is one, each attempt for itself', () => {
    expect(run({ rule: { environment: 'live' } })).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'github',
          repository: 'octo-org/octo-repo',
          service: 'octo-repo',
          environment: 'live',
          id: 'run-289782451-1',
          sha: '3484a3fb816e0859fd6e1cea078d76385ff50625',
          status: 'succeeded',
          startedAt: '2020-10-05T16:33:49Z',
          finishedAt: '2020-10-05T16:33:49Z',
          updatedAt: '2020-10-05T16:33:49Z',
          url: 'https://github.com/octo-org/octo-repo/actions/runs/289782451',
          actor: 'Codertocat',
        },
      ],
    });
    expect(run({ more: { run_attempt: 2 } })).toMatchObject({
      events: [{ id: 'run-289782451-2' }],
    });
  });

  it.each([
    ['success', 'succeeded'],
    ['failure', 'failed'],
    ['timed_out', 'failed'],
    ['startup_failure', 'failed'],
    ['cancelled', 'cancelled'],
  ])('that concluded with %s %s', (conclusion, status) => {
    const result = run({ more: { conclusion } });
    expect(result).toMatchObject({ events: [{ status, finishedAt: '2020-10-05T16:33:49Z' }] });
    if (result.kind === 'events')
      expect(parseEvent(result.events[0], 0)).toMatchObject({ ok: true });
  });

  it.each(['skipped', 'neutral', 'stale', 'action_required', null])(
    'that concluded with %s put nothing out',
    (conclusion) => {
      const result = run({ more: { conclusion } });
      expect(result).toMatchObject({ events: [{ id: 'run-289782451-1', retracted: true }] });
      if (result.kind === 'events')
        expect(parseEvent(result.events[0], 0)).toMatchObject({ ok: true });
    },
  );

  it('is in progress from when it began', () => {
    expect(run({ more: { status: 'in_progress', conclusion: null } })).toMatchObject({
      events: [{ status: 'in_progress', startedAt: '2020-10-05T16:33:49Z' }],
    });
    expect(run({ example: 3 })).toEqual({
      kind: 'ignored',
      reason: '"queued": it has not begun',
    });
  });

  it('is not of the branch that a rule means where the branch is one of a fork', () => {
    const rule = { when: { workflow: ['test'], branch: ['master'] } };
    for (const head_repository of [{ full_name: 'fork/octo-repo' }, null]) {
      expect(run({ rule, more: { head_repository } })).toMatchObject({ kind: 'ignored' });
    }
    expect(run({ rule, more: { head_repository: undefined } }).kind).toBe('events');
  });

  it.each([
    ['its file', { workflow: ['*/test.yml'] }, 'events'],
    ['its branch', { branch: ['master'] }, 'events'],
    ['why it ran', { trigger: ['repository_dispatch'] }, 'events'],
    ['another branch', { branch: ['main'] }, 'ignored'],
    ['a job', { workflow: ['test'], job: ['*'] }, 'ignored'],
  ])('may be known by %s', (_, when, kind) => {
    expect(run({ rule: { when } }).kind).toBe(kind);
  });
});

describe('a job of a workflow', () => {
  it('that a rule names is a deployment', () => {
    expect(run({ event: 'workflow_job', rule: JOB })).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'github',
          repository: 'Codertocat/Hello-World',
          service: 'Hello-World',
          environment: 'production',
          id: 'job-289782451',
          sha: '3484a3fb816e0859fd6e1cea078d76385ff50625',
          status: 'failed',
          startedAt: '2021-08-05T10:34:58Z',
          finishedAt: '2021-08-05T10:38:16Z',
          updatedAt: '2021-08-05T10:38:16Z',
          url: 'https://github.com/octo-org/octo-repo/runs/1291536064',
        },
      ],
    });
  });

  it('is in progress, or not begun', () => {
    const rule = { when: { job: ['Analyze (*)', 'update'] } };
    expect(run({ event: 'workflow_job', example: 3, rule })).toMatchObject({
      events: [
        {
          status: 'in_progress',
          startedAt: '2021-09-13T02:21:13Z',
          updatedAt: '2021-09-13T02:21:13Z',
        },
      ],
    });
    expect(run({ event: 'workflow_job', example: 5, rule })).toMatchObject({ kind: 'ignored' });
  });

  it('goes where its environment is', () => {
    const { payload, headers } = exampleOf('workflow_job', 6);
    const job = { ...(payload['workflow_job'] as object), status: 'in_progress' };
    const deployments = [{ when: { job: ['test'] }, ignore: false }];
    expect(
      github.normalise({ ...payload, workflow_job: job }, headers, { ...NO_MAPPING, deployments }),
    ).toMatchObject({ events: [{ environment: 'Test', service: 'elastic-machines-testing' }] });
  });

  it('does not count beside its workflow, which a rule about workflows means', () => {
    expect(run({ event: 'workflow_job' })).toMatchObject({ kind: 'ignored' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { deploymentFact, type DeploymentWords } from './deployment-fact.js';
import type { Job } from './job.js';

const SHA = '6113728f27ae82c7b1a177c8d03f9e96e0adf246';
const STARTED = Date.UTC(2026, 2, 1, 11, 58);
const FINISHED = Date.UTC(2026, 2, 1, 12, 0);

const job: Job = {
  provider: 'gitlab-ci',
  identity: ['1000', 'deploy'],
  repository: 'acme/shop',
  sha: SHA,
  branch: 'main',
  environment: 'production',
  url: 'https://gitlab.example/jobs/1',
  actor: 'ada',
};

const words: DeploymentWords = { service: 'checkout' };

/** Start and end of one deployment, as two processes report them. */
function startAndEnd(atStart: DeploymentWords, atEnd: DeploymentWords, where = job) {
  const start = deploymentFact('in_progress', atStart, where, undefined, STARTED);
  return [start, deploymentFact('succeeded', atEnd, where, start, FINISHED)] as const;
}

describe('a deployment of a job', () => {
  it('is what the job says, and what only the words can say', () => {
    expect(deploymentFact('in_progress', words, job, undefined, STARTED)).toEqual({
      type: 'deployment',
      source: 'gitlab-ci',
      service: 'checkout',
      environment: 'production',
      id: 'gitlab-ci:1000:deploy:production:checkout',
      status: 'in_progress',
      repository: 'acme/shop',
      sha: SHA,
      url: 'https://gitlab.example/jobs/1',
      actor: 'ada',
      labels: ['branch:main'],
      startedAt: '2026-03-01T11:58:00.000Z',
    });
  });

  it('says at its end again what was said at its start', () => {
    const said = { version: '1.2', kind: 'hotfix', fixes: ['INC-1'], unplanned: true } as const;
    const [start, end] = startAndEnd({ ...words, ...said, label: ['canary'] }, words);
    expect(end).toEqual({
      ...start,
      status: 'succeeded',
      finishedAt: '2026-03-01T12:00:00.000Z',
    });
    expect(end).toMatchObject({ ...said, labels: ['branch:main', 'canary'] });
  });

  it('is what was said last where both say something', () => {
    const [, end] = startAndEnd(
      { ...words, version: '1.2', startedAt: 0 },
      { ...words, version: '1.3', startedAt: STARTED - 1000, label: ['late'] },
    );
    expect(end).toMatchObject({ version: '1.3', startedAt: '2026-03-01T11:57:59.000Z' });
    expect(end.labels).toEqual(['branch:main', 'late']);
  });

  it('began with the job where nobody reported its start', () => {
    const late = { ...job, startedAt: STARTED - 60_000 };
    const end = deploymentFact('failed', words, late, undefined, FINISHED);
    expect(end.startedAt).toBe('2026-03-01T11:57:00.000Z');
    expect(deploymentFact('failed', words, job, undefined, FINISHED).startedAt).toBeUndefined();
  });

  it('leaves out what was found and would be refused', () => {
    const odd = { actor: '', url: 'x'.repeat(100_000), repository: '', sha: 'HEAD' };
    const fact = deploymentFact('succeeded', words, { ...job, ...odd }, undefined, FINISHED);
    expect(parseEvent(fact, FINISHED)).toMatchObject({ ok: true });
    for (const name of Object.keys(odd)) expect(fact).not.toHaveProperty(name);
    const ahead = { ...job, startedAt: FINISHED + 1000 };
    expect(deploymentFact('failed', words, ahead, undefined, FINISHED).startedAt).toBeUndefined();
  });

  it('has no commit of the job’s repository when it is of another', () => {
    const other = { ...words, repository: 'acme/tools' };
    expect(startAndEnd(other, words).map((fact) => fact.sha)).toEqual([undefined, undefined]);
    const same = { ...words, repository: 'https://gitlab.example/acme/shop.git' };
    expect(startAndEnd(same, words).map((fact) => fact.sha)).toEqual([SHA, SHA]);
  });

  it('is told apart by service and environment, however long their names', () => {
    const idOf = (service: string, environment: string) =>
      deploymentFact('in_progress', { service, environment }, job, undefined, 0).id ?? '';
    const long = 'x'.repeat(200);
    const ids = [
      idOf('a', 'production'),
      idOf('a', 'staging'),
      idOf('b', 'production'),
      idOf(long, long + long),
      idOf(`${long}y`, long + long),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(500);
  });

  it('leaves the id to what it is made of outside of CI, and a label that is too long away', () => {
    const branch = 'x'.repeat(194);
    const fact = deploymentFact(
      'in_progress',
      { ...words, environment: 'p' },
      { branch },
      undefined,
      0,
    );
    expect(fact).toMatchObject({ id: undefined, labels: [] });
  });

  it('wants to know the environment', () => {
    expect(() => deploymentFact('failed', words, {}, undefined, 0)).toThrow('--environment');
  });
});

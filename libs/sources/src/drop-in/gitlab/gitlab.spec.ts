import { describe, expect, it } from '@jest/globals';
import { faultsOf, NOW, stated, toldBy } from '../stated.fixture.js';
import { writeTellingId } from '../telling-id.js';
import { readGitLabDeployment, readGitLabUpdate } from './deployment.js';

// Requests after https://docs.gitlab.com/api/deployments/

const SHA = 'a91957a858320c0e17f3a0eca7cfacbff50ea29a';
const PROJECT = 'acme/web/shop';
const CREATED = {
  environment: 'production',
  sha: SHA,
  ref: 'main',
  tag: 'false',
  status: 'running',
};
const LATER = NOW + 60_000;

describe('a deployment created at GitLab’s address', () => {
  it('is a deployment of the project that the address names', () => {
    expect(stated(readGitLabDeployment(CREATED, PROJECT, NOW))).toMatchObject([
      {
        type: 'deployment',
        source: 'gitlab',
        service: 'shop',
        repository: PROJECT,
        environment: 'production',
        sha: SHA,
        status: 'in_progress',
        startedAt: NOW,
      },
    ]);
    const tagged = { ...CREATED, ref: 'v1', tag: true, status: 'success' };
    expect(stated(readGitLabDeployment(tagged, PROJECT, NOW))).toMatchObject([
      { status: 'succeeded', version: 'v1', finishedAt: NOW },
    ]);
  });

  it('has no repository where the project is a number', () => {
    const [event] = stated(readGitLabDeployment(CREATED, '42', NOW));
    expect(event).toMatchObject({ service: 'project-42' });
    expect(event).not.toHaveProperty('repository');
  });

  it.each([
    ['success', 'succeeded'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
  ])('is the same deployment when it ends as %s', (status, ended) => {
    const created = readGitLabDeployment(CREATED, PROJECT, NOW);
    const answer = toldBy(created);
    expect(answer).toMatchObject({
      ref: 'main',
      sha: SHA,
      status: 'running',
      created_at: '2026-03-01T12:00:00.000Z',
      environment: { name: 'production' },
    });
    const updated = readGitLabUpdate({ status }, PROJECT, answer.id, LATER);
    const [begun] = stated(created);
    expect(stated(updated)).toEqual([
      { ...begun, status: ended, finishedAt: LATER, updatedAt: LATER },
    ]);
    expect(toldBy(updated).id).toBe(answer.id);
  });

  it('says what to do about an id of GitLab’s own, and about one of another project', () => {
    const { id } = toldBy(readGitLabDeployment(CREATED, PROJECT, NOW));
    const forged = writeTellingId([PROJECT, 'production', SHA, 'main', false, 2 ** 53 - 1]);
    for (const read of [
      readGitLabUpdate({ status: 'success' }, PROJECT, '42', LATER),
      readGitLabUpdate({ status: 'success' }, 'acme/other', id, LATER),
      readGitLabUpdate({ status: 'success' }, PROJECT, forged, LATER),
    ]) {
      expect(faultsOf(read)).toEqual([expect.stringMatching(/^deployment_id .*use the id/)]);
    }
  });

  it('is refused with every fault', () => {
    expect(faultsOf(readGitLabDeployment({ sha: 'main', status: 'done' }, PROJECT, NOW))).toEqual([
      'environment is missing',
      'sha is not a whole commit hash of 40 or 64 hexadecimal digits',
      'ref is missing',
      expect.stringMatching(/^status .*running/),
    ]);
  });
});

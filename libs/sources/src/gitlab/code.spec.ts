import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { gitlab } from './gitlab.js';
import { commit, MERGE_REQUEST, PUSH, sha } from './payloads.fixture.js';

const read = (payload: object) => gitlab.normalise(payload, {}, NO_MAPPING);
const at = (time: string) => Date.parse(`2026-03-01T${time}Z`);

describe('a push', () => {
  const told = (letter: string, parent: string) => ({
    type: 'commit',
    source: 'gitlab',
    updatedAt: 2,
    repository: 'acme/shop',
    sha: sha(letter),
    parents: [sha(parent)],
    authoredAt: '2026-03-01T12:00:00+01:00',
    author: 'ada@example.com',
    branch: 'main',
    paths: ['a', 'b'],
  });

  it('is the commits it lists, each after the one before', () => {
    expect(read(PUSH)).toEqual({ kind: 'events', events: [told('b', 'a'), told('c', 'b')] });
  });

  it('says how many it does not list', () => {
    expect(read({ ...PUSH, total_commits_count: 25 })).toMatchObject({
      events: [{ sha: sha('b'), missingBefore: 23 }, { sha: sha('c') }],
    });
  });

  it('to another branch yields to what the default branch says of the same commits', () => {
    expect(read({ ...PUSH, ref: 'refs/heads/next' })).toMatchObject({
      events: [
        { branch: 'next', updatedAt: 1 },
        { branch: 'next', updatedAt: 1 },
      ],
    });
  });

  it('of a new branch has no beginning', () => {
    expect(read({ ...PUSH, before: sha('0') })).toMatchObject({
      events: [{ parents: [], updatedAt: 0 }, { parents: [sha('b')] }],
    });
  });

  it('takes the name of an author who hides the address, and says nothing of files it does not know', () => {
    const hidden = {
      author: { name: 'Ada', email: '[REDACTED]' },
      added: undefined,
      modified: undefined,
      removed: undefined,
    };
    expect(read({ ...PUSH, commits: [commit('c', hidden)] })).toMatchObject({
      events: [{ author: 'Ada', paths: undefined }],
    });
  });

  it('that GitLab makes up for a test, newest first and with where the branch was among them, is ignored', () => {
    const commits = [commit('c'), commit('b'), commit('a')];
    expect(read({ ...PUSH, commits })).toMatchObject({ kind: 'ignored' });
  });

  it.each([
    ['without commits', { commits: [], total_commits_count: 0 }],
    ['that deletes a branch', { after: sha('0'), commits: [] }],
    ['of a tag', { ref: 'refs/tags/v1' }],
  ])('%s is ignored', (_, more) => {
    expect(read({ ...PUSH, ...more })).toMatchObject({ kind: 'ignored' });
  });
});

describe('a merge request', () => {
  const mergeRequest = (more: object) =>
    read({
      ...MERGE_REQUEST,
      object_attributes: { ...MERGE_REQUEST.object_attributes, ...more },
    });

  it('is a change from the moment it is opened', () => {
    expect(read(MERGE_REQUEST)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'change',
          source: 'gitlab',
          updatedAt: at('12:00:00'),
          repository: 'acme/shop',
          number: 4,
          openedAt: at('11:00:00'),
          author: 'gitlab:51',
          headSha: sha('b'),
          branch: 'charge-once',
          title: 'Charge the card once',
          url: 'https://gitlab.example.com/acme/shop/-/merge_requests/4',
          labels: ['payments'],
        },
      ],
    });
  });

  it.each([
    ['a merge commit', { merge_commit_sha: sha('d') }, sha('d')],
    [
      'a merge commit of a squash',
      { merge_commit_sha: sha('d'), squash_commit_sha: sha('e') },
      sha('d'),
    ],
    ['a squashed commit', { squash_commit_sha: sha('e') }, sha('e')],
    ['nothing but its own commits', {}, undefined],
  ])('was merged by %s', (_, more, mergeSha) => {
    expect(mergeRequest({ ...more, state: 'merged', action: 'merge' })).toMatchObject({
      events: [{ mergedAt: at('12:00:00'), closedAt: at('12:00:00'), mergeSha }],
    });
  });

  it('was merged when it says so, whatever happens to it later', () => {
    const merged = { state: 'merged', action: 'update', merged_at: '2026-03-01T11:30:00.000Z' };
    expect(mergeRequest(merged)).toMatchObject({
      events: [{ mergedAt: at('11:30:00'), updatedAt: at('12:00:00') }],
    });
  });

  it('that does not say when it was merged changes nothing later', () => {
    expect(mergeRequest({ state: 'merged', action: 'update' })).toEqual({
      kind: 'ignored',
      reason: '"update" of a merge request that is merged does not say since when it is',
    });
    expect(mergeRequest({ state: 'closed', action: 'update' })).toMatchObject({ kind: 'ignored' });
  });

  it('of an import has the commits that no webhook lists, and wins over it', () => {
    expect(mergeRequest({ commit_shas: [sha('a'), sha('b')] })).toMatchObject({
      events: [{ commits: [sha('a'), sha('b')], updatedAt: at('12:00:00.001') }],
    });
  });

  it('is closed without a merge, and open when it is reopened', () => {
    const commitOfTrial = { merge_commit_sha: sha('d') };
    expect(mergeRequest({ ...commitOfTrial, state: 'closed', action: 'close' })).toMatchObject({
      events: [{ closedAt: at('12:00:00'), mergedAt: undefined, mergeSha: undefined }],
    });
    expect(mergeRequest({ state: 'opened', action: 'reopen' })).toMatchObject({
      events: [{ closedAt: undefined }],
    });
  });
});

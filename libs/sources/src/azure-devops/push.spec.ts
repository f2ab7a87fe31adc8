import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { azureDevops } from './azure-devops.js';
import { PUSH } from './payloads.fixture.js';

const sha = (letter: string) => letter.repeat(40 / letter.length);

const pushOf = (more: object) => ({ ...PUSH, resource: { ...PUSH.resource, ...more } });
const read = (payload: unknown) => azureDevops.normalise(payload, {}, NO_MAPPING);

const update = (name: string, more: object = {}) => ({
  name,
  oldObjectId: sha('0a'),
  newObjectId: sha('c'),
  ...more,
});

describe('a push to Azure Repos', () => {
  it('is the commits it lists, from where the branch was to where it is', () => {
    const told = (letter: string, parent: string) => ({
      type: 'commit',
      source: 'azure-devops',
      updatedAt: 2,
      repository: 'https://dev.azure.com/acme/Shop/_git/checkout',
      sha: sha(letter),
      parents: [sha(parent)],
      authoredAt: '2026-03-01T09:00:00Z',
      author: 'ada@example.com',
      branch: 'main',
      paths: undefined,
    });
    expect(read(PUSH)).toEqual({
      kind: 'events',
      events: [told('a', '0a'), told('b', 'a'), told('c', 'b')],
    });
  });

  it('is the same in whichever order it lists them', () => {
    const { commits } = PUSH.resource as { readonly commits: readonly unknown[] };
    expect(read(pushOf({ commits: commits.toReversed() }))).toEqual(read(PUSH));
  });

  it('says how many commits it does not list', () => {
    const more = { ...PUSH, detailedMessage: { text: 'Ada pushed 50 commits to checkout:main' } };
    expect(read(more)).toMatchObject({
      events: [{ sha: sha('a'), missingBefore: 47 }, { sha: sha('b') }, { sha: sha('c') }],
    });
  });

  it('of a new branch begins with a root', () => {
    const created = update('refs/heads/next', { oldObjectId: sha('0') });
    expect(read(pushOf({ refUpdates: [created] }))).toMatchObject({
      events: [{ sha: sha('a'), parents: [], branch: 'next' }, {}, {}],
    });
  });

  it('of several branches is of the one that the commits lead to', () => {
    const other = update('refs/heads/other', { newObjectId: sha('9') });
    const refUpdates = [update('refs/tags/v1'), other, update('refs/heads/main')];
    expect(read(pushOf({ refUpdates }))).toMatchObject({ events: [{ branch: 'main' }, {}, {}] });
  });

  it.each([
    ['of a tag', { refUpdates: [update('refs/tags/v1')] }],
    ['that deletes a branch', { refUpdates: [update('refs/heads/x', { newObjectId: sha('0') })] }],
    ['that lists nothing', { commits: [] }],
  ])('%s is ignored', (_, more) => {
    expect(read(pushOf(more))).toMatchObject({ kind: 'ignored' });
  });
});

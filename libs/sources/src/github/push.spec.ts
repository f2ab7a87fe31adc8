import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventInput } from '../source.js';
import { example, exampleOf } from './examples.fixture.js';
import { NO_MAPPING } from '../mapping/mapping.js';
import { github } from './github.js';

const sha = (letter: string) => letter.repeat(40 / letter.length);
const ZEROS = '0'.repeat(40);

function commit(letter: string, more: object = {}) {
  return {
    id: sha(letter),
    distinct: true,
    timestamp: '2026-03-01T12:00:00+01:00',
    author: { name: 'Ada', email: 'ada@example.com', username: 'ada' },
    added: [],
    modified: [],
    removed: [],
    ...more,
  };
}

function push(more: object) {
  const { payload, headers } = example('push', {
    ref: 'refs/heads/main',
    before: sha('0a'),
    after: sha('c'),
    created: false,
    deleted: false,
    forced: false,
    commits: [commit('c')],
    head_commit: commit('c'),
    repository: { name: 'shop', full_name: 'acme/shop' },
    ...more,
  });
  return github.normalise(payload, headers, NO_MAPPING);
}

function commitsOf(more: object): readonly EventInput[] {
  const result = push(more);
  if (result.kind !== 'events') throw new Error(result.reason);
  return result.events;
}

const parentsOf = (more: object): Record<string, string[]> =>
  Object.fromEntries(
    commitsOf(more).map(({ sha, parents }) => [sha as string, parents as string[]]),
  );

describe('a push', () => {
  it('is the commits it lists', () => {
    const { payload, headers } = exampleOf('push', 4);
    expect(github.normalise(payload, headers, NO_MAPPING)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'commit',
          source: 'github',
          updatedAt: 0,
          repository: 'Codertocat/Hello-World',
          sha: '6113728f27ae82c7b1a177c8d03f9e96e0adf246',
          parents: [],
          authoredAt: '2019-05-15T15:19:25Z',
          author: 'Codertocat',
          branch: 'master',
          paths: ['README.md'],
        },
      ],
    });
  });

  it('names every file a commit touched once', () => {
    const touched = commit('c', { added: ['a', 'b'], modified: ['b', 'c\0'], removed: ['d'] });
    expect(commitsOf({ commits: [touched] })[0]).toMatchObject({
      paths: ['a', 'b', 'c\ufffd', 'd'],
    });
  });

  it('takes back what the message of a commit says, which is not kept itself', () => {
    const message = `Revert "Charge the card once"\n\nThis reverts commit ${sha('a')}.`;
    const [revert] = commitsOf({ commits: [commit('c', { message })] });
    expect(revert).toMatchObject({ sha: sha('c'), reverts: [sha('a')] });
    expect(JSON.stringify(revert)).not.toContain('card');
    expect(commitsOf({ commits: [commit('c', { message: 'Charge' })] })[0]).not.toHaveProperty(
      'reverts',
    );
  });

  it('leaves the files out when there are more than an event carries', () => {
    const added = Array.from({ length: 10_001 }, (_, index) => `file-${index}`);
    expect(commitsOf({ commits: [commit('c', { added })] })[0]?.['paths']).toBeUndefined();
  });

  it('takes the e-mail address of an author whom GitHub does not know', () => {
    const stranger = commit('c', { author: { name: 'Ada', email: 'ada@example.com' } });
    expect(commitsOf({ commits: [stranger] })[0]).toMatchObject({ author: 'ada@example.com' });
  });

  it.each([
    ['of a tag', exampleOf('push', 0).payload],
    ['that deletes a tag', exampleOf('push', 1).payload],
    ['that deletes a branch', { deleted: true, after: ZEROS, commits: [], head_commit: null }],
    ['of the merge queue', { ref: 'refs/heads/gh-readonly-queue/main/pr-104-929f82' }],
    [
      'of a branch at a commit that is already there',
      { before: ZEROS, created: true, commits: [] },
    ],
  ])('%s is ignored', (_, more) => {
    expect(push(more)).toMatchObject({ kind: 'ignored' });
  });
});

describe('the history of a push', () => {
  it('leads from the newest commit through every other one to where the branch was', () => {
    expect(parentsOf({ commits: [commit('a'), commit('b'), commit('c')] })).toEqual({
      [sha('a')]: [sha('0a')],
      [sha('b')]: [sha('a')],
      [sha('c')]: [sha('b')],
    });
  });

  it('has no beginning on a new branch', () => {
    expect(parentsOf({ before: ZEROS, created: true })).toEqual({ [sha('c')]: [] });
  });

  it('does not lead to what a forced push took off the branch', () => {
    expect(parentsOf({ forced: true, commits: [commit('b'), commit('c')] })).toEqual({
      [sha('b')]: [],
      [sha('c')]: [sha('b')],
    });
  });

  it('of a merge leads to both sides', () => {
    const merged = [
      commit('a', { distinct: false }),
      commit('b', { distinct: false }),
      commit('c'),
    ];
    expect(parentsOf({ commits: merged })).toMatchObject({
      [sha('b')]: [sha('a')],
      [sha('c')]: [sha('0a'), sha('b')],
    });
  });

  it('ends in the commit the branch is at, even when the list was cut off before it', () => {
    expect(parentsOf({ commits: [commit('a')] })).toEqual({
      [sha('a')]: [sha('0a')],
      [sha('c')]: [sha('a')],
    });
    expect(parentsOf({ commits: [commit('c'), commit('a')] })).toMatchObject({
      [sha('c')]: [sha('a')],
    });
  });

  describe('that fills the list', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        commit('d', { id: (index + 1).toString(16).padStart(40, '0') }),
      );
    const gaps = (commits: readonly object[]) =>
      commitsOf({ commits }).flatMap(({ sha, missingBefore }) =>
        missingBefore === undefined ? [] : [[sha, missingBefore]],
      );

    it('may have left out older commits, of which GitHub does not say how many', () => {
      const [oldest, ...others] = [...many(2047), commit('c')];
      expect(gaps([...others])).toEqual([]);
      expect(gaps([oldest, ...others])).toEqual([[`${'0'.repeat(39)}1`, 1]]);
    });

    it('left out commits before the one that the branch is at, where it does not list that one', () => {
      expect(gaps(many(2048))).toEqual([[sha('c'), 1]]);
    });
  });

  it('yields to what an import knows, and a repeated commit to the push that brought it', () => {
    const version = (more: object) => commitsOf(more)[0]?.['updatedAt'] as number;
    const first = version({});
    const again = version({ commits: [commit('c', { distinct: false })] });
    const rootless = version({ forced: true });
    expect([rootless, again, first]).toEqual([0, 1, 2]);
  });

  it('holds every new commit and what the branch was at, whatever earlier pushes said of the others', () => {
    const others = fc.uniqueArray(
      fc.record({
        letter: fc.constantFrom('a', 'b', 'd', 'e', 'f', '1', '2', '3'),
        distinct: fc.boolean(),
      }),
      { selector: ({ letter }) => letter },
    );
    fc.assert(
      fc.property(others, (before) => {
        const listed = [...before, { letter: 'c', distinct: true }];
        const commits = listed.map(({ letter, distinct }) => commit(letter, { distinct }));
        const parents = parentsOf({ commits });
        const isNew = new Set(commits.filter(({ distinct }) => distinct).map(({ id }) => id));
        const history = new Set<string>();
        const walk = [sha('c')];
        for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
          history.add(at);
          if (isNew.has(at)) walk.push(...(parents[at] ?? []));
        }
        expect([...history]).toEqual(expect.arrayContaining([sha('0a'), ...isNew]));
        const lastOfRun = commits.filter((one, at) => !one.distinct && commits[at + 1]?.distinct);
        expect([...history]).toEqual(expect.arrayContaining(lastOfRun.map(({ id }) => id)));
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { chainedCommits, type ListedPush, whereItWas } from './chained-commits.js';

const commit = (letter: string) => ({
  sha: letter.repeat(40),
  isNew: true,
  authoredAt: '2026-03-01T12:00:00Z',
  author: undefined,
  message: '',
  paths: undefined,
});

const push = (more: Partial<ListedPush>): ListedPush => ({
  source: 'gitlab',
  repository: 'acme/shop',
  branch: 'main',
  before: 'a'.repeat(40),
  commits: [commit('b'), commit('c')],
  ...more,
});

// How a list becomes a history is held to in github/push.spec.ts, on what GitHub sends.
describe('commits that a push lists', () => {
  it('follow one another from where the branch was', () => {
    expect(chainedCommits(push({})).map(({ parents }) => parents)).toEqual([
      ['a'.repeat(40)],
      ['b'.repeat(40)],
    ]);
  });

  it('tell that others lie before the oldest of them', () => {
    const [oldest, newest] = chainedCommits(push({ missing: 5 }));
    expect(oldest).toMatchObject({ sha: 'b'.repeat(40), missingBefore: 5 });
    expect(newest).not.toHaveProperty('missingBefore');
    expect(chainedCommits(push({ missing: 0 }))[0]).not.toHaveProperty('missingBefore');
  });

  it('yield to what the push to the default branch says, where they come before it', () => {
    const versions = (more: object) => chainedCommits(push(more)).map(({ updatedAt }) => updatedAt);
    expect(versions({ isProvisional: true })).toEqual([1, 1]);
    expect(versions({})).toEqual([2, 2]);
  });

  it('say nothing of files where the provider does not', () => {
    expect(chainedCommits(push({}))[0]).toMatchObject({ paths: undefined });
  });
});

it('knows where a branch was that was there before', () => {
  expect(whereItWas('a1')).toBe('a1');
  expect(whereItWas('0'.repeat(40))).toBeUndefined();
  expect(whereItWas('0'.repeat(64))).toBeUndefined();
  expect(whereItWas(null)).toBeUndefined();
  expect(whereItWas('')).toBeUndefined();
});

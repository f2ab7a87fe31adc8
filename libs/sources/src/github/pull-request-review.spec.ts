import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { exampleOf } from './examples.fixture.js';
import { github } from './github.js';

const given = exampleOf('pull_request_review', 0);

function said(more: object) {
  const review = { ...(given.payload['review'] as object), ...more };
  return github.normalise({ ...given.payload, review }, given.headers, NO_MAPPING);
}

describe('a review', () => {
  it('is a step of the review of its pull request', () => {
    expect(github.normalise(given.payload, given.headers, NO_MAPPING)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'review',
          source: 'github',
          repository: 'Codertocat/Hello-World',
          number: 2,
          id: '237895671',
          updatedAt: '2019-05-15T15:20:38Z',
          state: 'commented',
          at: '2019-05-15T15:20:38Z',
          reviewer: 'Codertocat',
          url: 'https://github.com/Codertocat/Hello-World/pull/2#pullrequestreview-237895671',
        },
      ],
    });
  });

  it('that is dismissed was given when it was, and is dismissed since', () => {
    const { updated_at: touched } = given.payload['pull_request'] as { updated_at: string };
    expect(said({ state: 'dismissed' })).toMatchObject({
      events: [{ state: 'dismissed', at: '2019-05-15T15:20:38Z', updatedAt: touched }],
    });
  });

  it('by a bot is none: nobody has looked', () => {
    const user = { login: 'copilot-pull-request-reviewer[bot]', type: 'Bot' };
    expect(said({ user })).toMatchObject({ kind: 'ignored' });
  });

  it('outlives the account of its reviewer', () => {
    expect(said({ user: null })).toMatchObject({ events: [{ reviewer: undefined }] });
  });

  it('that is not given yet is none', () => {
    expect(said({ state: 'pending', submitted_at: null })).toMatchObject({ kind: 'ignored' });
  });
});

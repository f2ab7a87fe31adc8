import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { exampleOf } from './examples.fixture.js';
import { NO_MAPPING } from '../mapping/mapping.js';
import { github } from './github.js';

const opened = exampleOf('pull_request', 0);

function change(action: string, more: object) {
  const pull = opened.payload['pull_request'] as object;
  const result = github.normalise(
    { ...opened.payload, action, pull_request: { ...pull, ...more } },
    opened.headers,
    NO_MAPPING,
  );
  if (result.kind !== 'events') throw new Error(result.reason);
  return result.events[0];
}

describe('a pull request', () => {
  it('is a change from the moment it is opened', () => {
    expect(github.normalise(opened.payload, opened.headers, NO_MAPPING)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'change',
          source: 'github',
          updatedAt: '2019-05-15T15:20:33Z',
          repository: 'Codertocat/Hello-World',
          number: 2,
          openedAt: '2019-05-15T15:20:33Z',
          mergedAt: null,
          author: 'Codertocat',
          headSha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
          branch: 'changes',
          title: 'Update the README with new information.',
          url: 'https://github.com/Codertocat/Hello-World/pull/2',
          labels: [],
        },
      ],
    });
  });

  it('that was closed without a merge has no merge commit, though GitHub names one', () => {
    const { payload, headers } = exampleOf('pull_request', 3);
    expect(payload).toMatchObject({ action: 'closed' });
    expect(github.normalise(payload, headers, NO_MAPPING)).toMatchObject({
      events: [{ closedAt: '2019-05-15T15:21:18Z', mergedAt: null, mergeSha: undefined }],
    });
  });

  it('that was merged names the commit and the time', () => {
    const merged = {
      state: 'closed',
      merged: true,
      updated_at: '2019-05-16T10:00:01Z',
      closed_at: '2019-05-16T10:00:00Z',
      merged_at: '2019-05-16T10:00:00Z',
      merge_commit_sha: 'c4295bd74fb0f4fda03689c3df3f2803b658fd85',
    };
    expect(change('closed', merged)).toMatchObject({
      updatedAt: '2019-05-16T10:00:01Z',
      mergedAt: '2019-05-16T10:00:00Z',
      closedAt: '2019-05-16T10:00:00Z',
      mergeSha: 'c4295bd74fb0f4fda03689c3df3f2803b658fd85',
    });
  });

  it('is ready from the moment it leaves draft', () => {
    const { payload, headers } = exampleOf('pull_request', 15);
    expect(payload).toMatchObject({ action: 'ready_for_review' });
    expect(github.normalise(payload, headers, NO_MAPPING)).toMatchObject({
      events: [
        { type: 'change', number: 2 },
        { type: 'review', number: 2, state: 'ready', at: '2019-05-15T15:21:18Z' },
      ],
    });
  });

  it('has the commits that an import adds, which the webhook of the same moment does not replace', () => {
    const commits = ['a'.repeat(40), 'b'.repeat(40)];
    expect(change('synchronize', { commit_shas: commits })).toMatchObject({
      commits,
      updatedAt: '2019-05-15T15:20:33.001Z',
    });
  });

  it('is open again when it was reopened', () => {
    const reopened = { state: 'open', closed_at: '2019-05-15T15:21:18Z' };
    expect(change('reopened', reopened)).toMatchObject({ closedAt: undefined });
  });

  it.each([
    ['a NUL', 'Fix \u0000 things'],
    ['half a surrogate pair', 'Fix \ud83d things'],
    ['far too much', '🚀'.repeat(10_000)],
    ['nothing', ''],
  ])('keeps its facts when its title holds %s', (_, title) => {
    expect(parseEvent(change('edited', { title }), 0)).toMatchObject({
      ok: true,
      event: { number: 2 },
    });
  });

  it('outlives the account of its author', () => {
    expect(parseEvent(change('edited', { user: null }), 0)).toMatchObject({ ok: true });
  });
});

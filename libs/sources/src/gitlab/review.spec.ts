import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { gitlab } from './gitlab.js';
import { MERGE_REQUEST, NOTE } from './payloads.fixture.js';

const read = (payload: object) => gitlab.normalise(payload, {}, NO_MAPPING);
const at = (time: string) => Date.parse(`2026-03-01T${time}Z`);

function mergeRequest(attributes: object, more: object = {}) {
  const object_attributes = { ...MERGE_REQUEST.object_attributes, ...attributes };
  return read({ ...MERGE_REQUEST, ...more, object_attributes });
}

const CHANGE = { type: 'change', number: 4 };

describe('an approval', () => {
  it.each(['approval', 'approved'])('is given by whoever did it: %s', (action) => {
    expect(mergeRequest({ action })).toMatchObject({
      events: [
        CHANGE,
        {
          type: 'review',
          source: 'gitlab',
          repository: 'acme/shop',
          number: 4,
          id: 'approval-gitlab:7',
          state: 'approved',
          at: at('12:00:00'),
          updatedAt: at('12:00:00'),
          reviewer: 'gitlab:7',
          url: 'https://gitlab.example.com/acme/shop/-/merge_requests/4',
        },
      ],
    });
  });

  it.each(['unapproval', 'unapproved'])('is taken back by who gave it: %s', (action) => {
    expect(mergeRequest({ action })).toMatchObject({
      events: [CHANGE, { id: 'approval-gitlab:7', state: 'dismissed' }],
    });
  });

  it('is not taken back by who pushed, where GitLab resets it by itself', () => {
    const reset = { action: 'unapproved' };
    expect(mergeRequest({ ...reset, system: true })).toMatchObject({ events: [CHANGE] });
    expect(mergeRequest(reset, { system: true })).toMatchObject({ events: [CHANGE] });
  });

  it('of an older version is known by the name of who gave it', () => {
    expect(mergeRequest({ action: 'approved' }, { user: { username: 'ada' } })).toMatchObject({
      events: [CHANGE, { id: 'approval-ada', reviewer: 'ada' }],
    });
  });

  it('counts too where the merge itself is not told again', () => {
    expect(mergeRequest({ action: 'approved', state: 'merged' })).toMatchObject({
      events: [{ type: 'review', state: 'approved' }],
    });
  });

  it('is not given by anything else', () => {
    for (const action of ['open', 'update', 'reopen', undefined]) {
      expect(mergeRequest({ action })).toMatchObject({ events: [CHANGE] });
    }
  });
});

describe('a draft', () => {
  it.each(['draft', 'work_in_progress'])('is ready when it is none any more: %s', (name) => {
    const changes = { [name]: { previous: true, current: false } };
    expect(mergeRequest({ action: 'update' }, { changes })).toMatchObject({
      events: [
        CHANGE,
        { type: 'review', id: `ready-${at('12:00:00')}`, state: 'ready', at: at('12:00:00') },
      ],
    });
  });

  it('is not ready when it becomes one', () => {
    const changes = { draft: { previous: false, current: true } };
    expect(mergeRequest({ action: 'update' }, { changes })).toMatchObject({ events: [CHANGE] });
  });
});

describe('a comment on a merge request', () => {
  it('is a step of its review, and keeps its time when it is edited', () => {
    expect(read(NOTE)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'review',
          source: 'gitlab',
          repository: 'acme/shop',
          number: 4,
          id: 'note-1244',
          state: 'commented',
          at: at('11:20:00'),
          updatedAt: at('11:21:00'),
          reviewer: 'gitlab:7',
          url: 'https://gitlab.example.com/acme/shop/-/merge_requests/4#note_1244',
        },
      ],
    });
  });

  it.each([
    [
      'that GitLab wrote itself',
      { object_attributes: { ...NOTE.object_attributes, system: true } },
    ],
    ['on something else', { merge_request: undefined }],
  ])('%s is none', (_, more) => {
    expect(read({ ...NOTE, ...more })).toMatchObject({ kind: 'ignored' });
  });
});

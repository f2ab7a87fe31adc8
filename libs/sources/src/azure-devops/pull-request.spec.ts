import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { azureDevops } from './azure-devops.js';
import {
  PULL_REQUEST_ABANDONED,
  PULL_REQUEST_COMMENT,
  PULL_REQUEST_CREATED,
  PULL_REQUEST_MERGED,
} from './payloads.fixture.js';

const read = (payload: unknown) => azureDevops.normalise(payload, {}, NO_MAPPING);

describe('a pull request of Azure Repos', () => {
  it('is a change from its opening', () => {
    expect(read(PULL_REQUEST_CREATED)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'change',
          source: 'azure-devops',
          updatedAt: '2026-02-28T16:55:47.2879096Z',
          repository: 'https://dev.azure.com/acme/Shop/_git/checkout',
          number: 17,
          openedAt: '2026-02-28T16:55:46.589889Z',
          mergedAt: undefined,
          closedAt: undefined,
          author: 'ada@example.com',
          headSha: '53d54ac915144006c2c9e90d2c7d3880920db49c',
          mergeSha: undefined,
          branch: 'charge-once',
          title: 'Charge the card once',
          url: 'https://dev.azure.com/acme/Shop/_git/checkout/pullrequest/17',
          labels: [],
        },
      ],
    });
  });

  it('that was completed is merged by the commit it names', () => {
    expect(read(PULL_REQUEST_MERGED)).toMatchObject({
      events: [
        {
          number: 17,
          mergedAt: '2026-03-01T09:59:12.3660573Z',
          closedAt: '2026-03-01T09:59:12.3660573Z',
          mergeSha: 'eef717f69257a6333f221566c1c987dc94cc0d72',
        },
      ],
    });
  });

  it('whose merge was only tried is not merged', () => {
    const tried = { ...PULL_REQUEST_CREATED, eventType: 'git.pullrequest.merged' };
    expect(read(tried)).toMatchObject({ events: [{ mergedAt: undefined, mergeSha: undefined }] });
  });

  it('that was abandoned is closed', () => {
    expect(read(PULL_REQUEST_ABANDONED)).toMatchObject({
      events: [
        { closedAt: '2026-03-01T09:59:12.3660573Z', mergedAt: undefined, mergeSha: undefined },
      ],
    });
  });
});

describe('a comment on a pull request of Azure Repos', () => {
  it('is a review, of which the words are left behind', () => {
    expect(read(PULL_REQUEST_COMMENT)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'review',
          source: 'azure-devops',
          repository: 'https://dev.azure.com/acme/Shop/_git/checkout',
          number: 17,
          id: 'comment 2026-02-28T18:00:00.307Z',
          state: 'commented',
          at: '2026-02-28T18:00:00.307Z',
          reviewer: 'grace@example.com',
          url: 'https://dev.azure.com/acme/Shop/_git/checkout/pullrequest/17',
        },
      ],
    });
  });

  it.each([{ commentType: 'system' }, { isDeleted: true }])('is none where it is %o', (more) => {
    const { resource } = PULL_REQUEST_COMMENT;
    const { comment } = resource as { readonly comment: object };
    const payload = {
      ...PULL_REQUEST_COMMENT,
      resource: { ...resource, comment: { ...comment, ...more } },
    };
    expect(read(payload)).toMatchObject({ kind: 'ignored' });
  });
});

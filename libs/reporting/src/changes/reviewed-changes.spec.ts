import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { at, NOW } from '../organisation.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import type { ChangeItem } from './changes-report.js';

jest.setTimeout(60_000);

/** By ada; opened on the 2nd, merged on the 8th. */
const change = (stated: object = {}) => ({
  type: 'change',
  repository: 'acme/shop',
  number: 7,
  author: 'ada',
  openedAt: at(2),
  mergedAt: at(8),
  ...stated,
});

const step = (id: string, state: string, given: number, stated: object = {}) => ({
  type: 'review',
  repository: 'acme/shop',
  number: 7,
  id,
  state,
  at: given,
  reviewer: 'grace',
  ...stated,
});

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
});

beforeEach(() => api.forget());

afterAll(() => api.stop());

/** When the change was first looked at: as the list of changes and as the view for SQL tells. */
async function firstReviews(events: readonly object[]) {
  await api.record(events);
  const { body } = await api.ask<{ readonly items: readonly ChangeItem[] }>('/v1/changes');
  const { firstReviewAt } = body.items[0] ?? {};
  return [firstReviewAt && Date.parse(firstReviewAt), (await inSql()).firstReviewAt];
}

/** When it was approved for good, as the view for SQL tells. */
async function approval(events: readonly object[]) {
  await api.record(events);
  return (await inSql()).approvedAt;
}

async function inSql() {
  const answer = await api.store.client.query({
    query: `
      SELECT
        toUnixTimestamp64Milli(first_review_at) AS firstReviewAt,
        toUnixTimestamp64Milli(approved_at) AS approvedAt
      FROM public_changes
      SETTINGS output_format_json_quote_64bit_integers = 0`,
    format: 'JSONEachRow',
  });
  const [row = { firstReviewAt: null, approvedAt: null }] = await answer.json<{
    readonly firstReviewAt: number | null;
    readonly approvedAt: number | null;
  }>();
  return row;
}

describe('a change whose reviews are told apart from it', () => {
  const steps = [step('1', 'approved', at(5)), step('2', 'commented', at(4))];

  it('was first reviewed at the first look, whichever arrives first', async () => {
    expect(await firstReviews([change(), ...steps])).toEqual([at(4), at(4)]);
    await api.forget();
    expect(await firstReviews([...steps, change()])).toEqual([at(4), at(4)]);
  });

  it('was first reviewed when it says so itself', async () => {
    const told = change({ firstReviewAt: at(6), approvedAt: at(7) });
    expect(await firstReviews([told, ...steps])).toEqual([at(6), at(6)]);
    expect(await approval([])).toBe(at(7));
  });

  it.each([
    ['its author', { reviewer: 'ada' }],
    ['someone about another change', { number: 8 }],
    ['someone about another repository', { repository: 'acme/mail' }],
    ['someone who took it back', { retracted: true }],
  ])('is not reviewed by %s', async (_, stated) => {
    const events = [change(), step('1', 'approved', at(3), stated)];
    expect(await firstReviews(events)).toEqual([null, null]);
    expect(await approval([])).toBeNull();
  });

  it('is not reviewed by being called ready', async () => {
    expect(await firstReviews([change(), step('1', 'ready', at(3))])).toEqual([null, null]);
  });

  it('is reviewed by whoever is not named', async () => {
    const reviews = [step('1', 'changes_requested', at(3), { reviewer: undefined })];
    expect(await firstReviews([change(), ...reviews])).toEqual([at(3), at(3)]);
    await api.forget();
    expect(await firstReviews([change({ author: undefined }), ...reviews])).toEqual([at(3), at(3)]);
  });

  it('was approved when it last was, by the time it was merged', async () => {
    const approvals = [at(3), at(5), at(9)].map((given) => step(`${given}`, 'approved', given));
    expect(await approval([change(), ...approvals])).toBe(at(5));
    expect(await approval([change({ mergedAt: undefined, updatedAt: NOW })])).toBe(at(9));
  });

  it('loses an approval that was dismissed, but was looked at', async () => {
    const dismissed = step('1', 'dismissed', at(5), { updatedAt: at(7) });
    const approved = step('1', 'approved', at(5));
    expect(await firstReviews([change(), dismissed, approved])).toEqual([at(5), at(5)]);
    expect(await approval([])).toBeNull();
  });
});

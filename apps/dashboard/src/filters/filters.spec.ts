import { describe, expect, it } from '@jest/globals';
import { lastDays, readFilters, scopeQuery } from './filters.js';

const NOW = Date.parse('2026-03-20T10:17:42.500Z');

describe('the filters in an address', () => {
  it('are those of GET /v1/metrics', () => {
    const all = {
      from: '2026-01-01',
      to: '2026-02-01',
      interval: 'week',
      groupBy: 'team',
      timezone: 'Europe/Berlin',
      definition: 'gitlab',
      service: 'api,web',
      team: 'payments',
      repository: 'acme/shop',
      environment: 'production',
    };
    expect(readFilters(all)).toEqual(all);
  });

  it('leave out what is none, so that an address from elsewhere still opens', () => {
    const search = {
      interval: 'hour',
      groupBy: 'none',
      utm: 'x',
      service: '',
      last: '0d',
      team: 7,
    };
    expect(readFilters(search)).toEqual({});
  });

  it('have dates or a moving window, and dates win', () => {
    expect(readFilters({ last: '30d' })).toEqual({ last: '30d' });
    expect(readFilters({ last: '30d', from: '2026-01-01' })).toEqual({ from: '2026-01-01' });
  });
});

describe('the window', () => {
  it.each([
    [{}, 90],
    [{ last: '7d' }, 7],
    [{ from: '2026-01-01' }, undefined],
    [{ to: '2026-01-01' }, undefined],
  ])('of %j is %j days that end now', (filters, days) => {
    expect(lastDays(filters)).toBe(days);
  });

  it('begins at a whole minute, so that all parts of a page ask about the same', () => {
    expect(scopeQuery({ last: '7d', team: 'a' }, NOW)).toEqual({
      from: '2026-03-13T10:17:00.000Z',
      team: 'a',
    });
  });

  it('is asked for without what else an address says', () => {
    const address = { to: '2026-02-01', explain: 'reworkRate.rate', failed: 'true' };
    expect(scopeQuery(address, NOW)).toEqual({ to: '2026-02-01' });
  });

  it('is left to the API where there are dates', () => {
    const filters = { from: '2026-01-01', groupBy: 'team', interval: 'week' } as const;
    expect(scopeQuery(filters, NOW)).toEqual({ from: '2026-01-01' });
  });
});

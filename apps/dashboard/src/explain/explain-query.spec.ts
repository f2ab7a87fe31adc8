import { describe, expect, it } from '@jest/globals';
import { ofDeployment, ofGroup, readExplainOf } from './explain-of.js';
import { explainQuery } from './explain-query.js';

const NOW = Date.parse('2026-03-20T10:17:42.500Z');
const START = '2026-03-13T10:17:00.000Z';

const queryOf = (address: Readonly<Record<string, string>>) =>
  explainQuery({ last: '7d', explain: 'changeFailRate.rate', ...address }, 'all', NOW);

const ASKED = { metric: 'changeFailRate.rate', show: 'all', from: START };

describe('what an explained number is about', () => {
  it.each([
    [ofGroup('service', 'api'), { groupBy: 'service', group: 'api' }],
    [ofGroup('team', null), { groupBy: 'team', group: '' }],
    [ofGroup('repository', 'acme/shop:x'), { groupBy: 'repository', group: 'acme/shop:x' }],
    ['planet:earth', undefined],
    ['service', undefined],
    ['deployment:api/production', undefined],
    ['deployment:a/b/c/d', undefined],
    [
      'deployment:%/production/1',
      { deployment: { service: '%', environment: 'production', id: '1' } },
    ],
  ])('%s', (text, of) => {
    expect(readExplainOf(text)).toEqual(of);
  });

  it('finds a deployment again whatever its names hold', () => {
    const deployment = { service: 'a/b', environment: 'eu 100%', id: 'acme/shop#4?x' };
    expect(readExplainOf(ofDeployment(deployment))).toEqual({ deployment });
  });
});

describe('the question of the panel', () => {
  it('is about the row of the page where it names no other', () => {
    expect(queryOf({ team: 'a', interval: 'week', define: 'x' })).toEqual({
      query: { ...ASKED, team: 'a' },
    });
  });

  it('is about the row of a group, within what else the page is about', () => {
    expect(queryOf({ explainOf: 'team:a', team: 'a,b', environment: 'staging' })).toEqual({
      query: { ...ASKED, groupBy: 'team', group: 'a', team: 'a', environment: 'staging' },
    });
  });

  it('asks for a name that a list cannot have by its row alone', () => {
    expect(queryOf({ explainOf: 'service:a,b', service: 'c' })).toEqual({
      query: { ...ASKED, groupBy: 'service', group: 'a,b', service: 'c' },
    });
    expect(queryOf({ explainOf: 'team:' })).toEqual({
      query: { ...ASKED, groupBy: 'team', group: '' },
    });
  });

  it('is about the period of the row where that is not the window', () => {
    expect(queryOf({ explainFrom: '2026-01-05', explainTo: '2026-01-12' })).toEqual({
      query: { ...ASKED, from: '2026-01-05', to: '2026-01-12' },
    });
  });

  it('is about a deployment without a window', () => {
    expect(queryOf({ explainOf: 'deployment:api/production/7', timezone: 'Asia/Tokyo' })).toEqual({
      query: {
        metric: 'changeFailRate.rate',
        show: 'all',
        timezone: 'Asia/Tokyo',
        service: 'api',
        environment: 'production',
        deployment: '7',
      },
    });
  });

  it('is none where the address cannot be read', () => {
    expect(queryOf({ explainOf: 'planet:earth' })).toEqual({ unreadable: 'planet:earth' });
  });
});

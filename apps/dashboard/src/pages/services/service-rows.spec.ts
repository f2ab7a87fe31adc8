import { describe, expect, it } from '@jest/globals';
import type { ServiceItem } from '@throughline/api-client';
import type { Row } from '../../metrics/row.js';
import { lastDeployment } from './last-deployment.js';
import { serviceRows } from './service-rows.js';

const service = (name: string, team: string | null, said: Partial<ServiceItem> = {}) => ({
  name,
  team,
  owner: null,
  repository: null,
  paths: [],
  tier: null,
  runbookUrl: null,
  sloUrl: null,
  dashboardUrl: null,
  onboardedAt: null,
  environments: [],
  ...said,
});

const rowOf = (name: string | null): Row => ({
  group: { service: name },
  start: '2026-01-01T00:00:00.000Z',
  end: '2026-02-01T00:00:00.000Z',
  incomplete: false,
});

const API = service('api', 'core', { repository: 'acme/api' });
const WEB = service('web', 'shop');
const IDLE = service('idle', 'core');
const CATALOGUE = [API, IDLE, WEB];

describe('the services of a page', () => {
  it('are there without numbers too', () => {
    expect(serviceRows(CATALOGUE, [rowOf('api')], {})).toEqual([
      { name: 'api', item: API, row: rowOf('api') },
      { name: 'idle', item: IDLE, row: undefined },
      { name: 'web', item: WEB, row: undefined },
    ]);
  });

  it.each([
    [{ team: 'core' }, ['api', 'idle']],
    [{ team: 'core,shop', service: 'web,idle' }, ['idle', 'web']],
    [{ repository: 'acme/api' }, ['api']],
    [{ environment: 'staging' }, ['api', 'idle', 'web']],
    [{ team: 'nobody' }, []],
  ])('are those that the filters %j leave: %j', (filters, names) => {
    expect(serviceRows(CATALOGUE, [], filters).map(({ name }) => name)).toEqual(names);
  });

  it('are those with numbers, whatever is said of them today', () => {
    const rows = [rowOf('web'), rowOf('gone'), rowOf(null)];
    expect(serviceRows(CATALOGUE, rows, { team: 'core' }).map(({ name }) => name)).toEqual([
      'api',
      'idle',
      'web',
      'gone',
      null,
    ]);
  });
});

describe('the last deployment', () => {
  const at = (environment: string, day: number | null) => ({
    environment,
    deployments: 1,
    lastDeployedAt: day === null ? null : `2026-01-0${day}T00:00:00.000Z`,
  });
  const places = [
    { environments: [at('production', 2), at('staging', 4)] },
    { environments: [at('production', 3), at('live', null)] },
  ];

  it.each([
    [[], 'production', 3],
    [['staging'], 'staging', 4],
    [['production', 'staging'], 'staging', 4],
    [['live'], 'staging', 4],
  ])('to %j is to %s on day %d', (asked, environment, day) => {
    const last = lastDeployment(places, asked);
    expect(last).toEqual({ environment, at: at(environment, day).lastDeployedAt });
  });

  it('is none where nothing was deployed', () => {
    expect(lastDeployment([{ environments: [] }], [])).toBeUndefined();
  });
});

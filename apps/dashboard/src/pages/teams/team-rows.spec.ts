import { describe, expect, it } from '@jest/globals';
import type { ServiceItem } from '@throughline/api-client';
import type { Row } from '../../metrics/row.js';
import { teamRows } from './team-rows.js';

const service = (name: string, team: string | null): ServiceItem => ({
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
});

const rowOf = (team: string | null): Row => ({
  group: { team },
  start: '2026-01-01T00:00:00.000Z',
  end: '2026-02-01T00:00:00.000Z',
  incomplete: false,
});

const SERVICES = [
  service('api', 'core'),
  service('lost', null),
  service('web', 'shop'),
  service('db', 'core'),
];

describe('the teams of a page', () => {
  it('are those with services today and those with numbers; what has no team comes last', () => {
    const teams = teamRows(SERVICES, [rowOf('core'), rowOf('dissolved')], {});
    expect(
      teams.map(({ team, services, row }) => [team, services.map(({ name }) => name), row?.group]),
    ).toEqual([
      ['core', ['api', 'db'], { team: 'core' }],
      ['dissolved', [], { team: 'dissolved' }],
      ['shop', ['web'], undefined],
      [null, ['lost'], undefined],
    ]);
  });

  it('are those that the filters leave', () => {
    expect(teamRows(SERVICES, [], { team: 'core', service: 'db,web' })).toEqual([
      { team: 'core', services: [service('db', 'core')], row: undefined },
    ]);
  });
});

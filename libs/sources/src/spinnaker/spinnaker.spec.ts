import { describe, expect, it } from '@jest/globals';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { DEPLOYED, eventOf, SHA, stage } from './spinnaker.fixture.js';
import { spinnaker } from './spinnaker.js';

const said = (payload: unknown, mapping: Mapping = NO_MAPPING) =>
  spinnaker.normalise(payload, {}, mapping);

describe('a stage that deploys', () => {
  it('is a deployment to its account', () => {
    expect(said(DEPLOYED)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'spinnaker',
          service: 'shop',
          environment: 'production',
          id: '01J:2:production',
          updatedAt: 1_772_366_460_000,
          startedAt: 1_772_366_400_000,
          finishedAt: 1_772_366_460_000,
          status: 'succeeded',
          repository: 'acme/shop',
          sha: SHA,
          artifacts: ['ghcr.io/acme/shop:1.4'],
        },
      ],
    });
  });

  it.each([
    ['its clusters', { account: 'x', clusters: [{ account: 'a' }, { credentials: 'b' }] }, 'a b'],
    ['a cluster', { credentials: 'x', cluster: { account: 'a' } }, 'a'],
    ['clusters of one account', { clusters: [{ account: 'a' }, { account: 'a' }] }, 'a'],
    ['itself where its cluster tells none', { account: 'a', clusters: [{ region: 'eu' }] }, 'a'],
    ['itself where its cluster is a name', { credentials: 'a', cluster: 'shop-main' }, 'a'],
  ])('goes to the accounts of %s', (_whose, context, accounts) => {
    const result = said(eventOf([stage('1', 'deploy', 'SUCCEEDED', { context })]));
    const expected = accounts.split(' ');
    expect(result).toMatchObject({
      events: expected.map((account) => ({ environment: account, id: `01J:1:${account}` })),
    });
  });

  it('says the same in an envelope', () => {
    expect(said({ eventName: 'spinnaker_events', payload: DEPLOYED })).toEqual(said(DEPLOYED));
  });

  it.each([
    ['SUCCEEDED', 'succeeded'],
    ['TERMINAL', 'failed'],
    ['FAILED_CONTINUE', 'failed'],
    ['CANCELED', 'cancelled'],
    ['STOPPED', 'cancelled'],
  ])('that is %s has %s', (status, expected) => {
    expect(said(eventOf([stage('1', 'deploy', status)], 'orca:pipeline:failed'))).toMatchObject({
      events: [{ status: expected }],
    });
  });

  it.each(['NOT_STARTED', 'SKIPPED', 'RUNNING'])('that is %s is none', (status) => {
    expect(said(eventOf([stage('1', 'deploy', status)]))).toMatchObject({ kind: 'ignored' });
  });

  it.each(['rollbackCluster', 'undoRolloutManifest'])('by %s is a rollback', (type) => {
    expect(said(eventOf([stage('1', type, 'SUCCEEDED')]))).toMatchObject({
      events: [{ kind: 'rollback' }],
    });
  });

  it('may be of any type if a rule names it', () => {
    const event = eventOf([stage('1', 'runJobManifest', 'SUCCEEDED', { name: 'migrate shop' })]);
    expect(said(event)).toMatchObject({ kind: 'ignored' });
    const rule = { when: { stage: ['migrate {service}'] }, environment: 'eu', ignore: false };
    expect(said(event, { ...NO_MAPPING, deployments: [rule] })).toMatchObject({
      events: [{ service: 'shop', environment: 'eu' }],
    });
  });
});

it.each(['orca:pipeline:starting', 'orca:stage:complete', 'orca:task:complete'])(
  'does not tell of a deployment by %s',
  (type) => {
    expect(said(eventOf([stage('1', 'deploy', 'SUCCEEDED')], type))).toMatchObject({
      kind: 'ignored',
    });
  },
);

import { PROVEN_BY_BEARER, type Provider } from '../provider.fixture.js';
import { spinnaker } from './spinnaker.js';

// After https://spinnaker.io/docs/setup/other_config/features/notifications/ and orca's execution model.

export const SHA = 'cd'.repeat(20);

export const stage = (id: string, type: string, status: string, more: object = {}) => ({
  id,
  type,
  name: `${type} ${id}`,
  status,
  startTime: 1_772_366_400_000,
  endTime: 1_772_366_460_000,
  context: { account: 'production' },
  ...more,
});

export const eventOf = (stages: readonly object[], type = 'orca:pipeline:complete') => ({
  details: { source: 'orca', type, application: 'shop', created: '1772366460001' },
  content: {
    executionId: '01J',
    execution: {
      id: '01J',
      type: 'PIPELINE',
      application: 'shop',
      name: 'Deploy to production',
      status: 'SUCCEEDED',
      trigger: {
        type: 'git',
        hash: SHA,
        project: 'acme',
        slug: 'shop',
        branch: 'main',
        artifacts: [{ type: 'docker/image', reference: 'ghcr.io/acme/shop:1.4' }],
      },
      stages,
    },
  },
});

export const DEPLOYED = eventOf([
  stage('1', 'bake', 'SUCCEEDED'),
  stage('2', 'deploy', 'SUCCEEDED', { context: { clusters: [{ account: 'production' }] } }),
  stage('3', 'createServerGroup', 'SUCCEEDED', { syntheticStageOwner: 'STAGE_BEFORE' }),
]);

export const PROVIDER: Provider = {
  source: spinnaker,
  ...PROVEN_BY_BEARER,
  examples: [
    DEPLOYED,
    { eventName: 'spinnaker_events', payload: DEPLOYED },
    eventOf([stage('1', 'deployManifest', 'TERMINAL')], 'orca:pipeline:failed'),
    eventOf([], 'orca:pipeline:starting'),
    { details: { type: 'build' }, content: { project: {} } },
  ].map((payload) => ({ payload, headers: {} })),
};

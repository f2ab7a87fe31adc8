import { describe, expect, it } from '@jest/globals';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import {
  ABORTED,
  ABORTED_AFTER_THE_SWITCH,
  COMPLETED,
  OF_A_COMMIT,
  SHA,
} from './argo-rollouts.fixture.js';
import { argoRollouts } from './argo-rollouts.js';

const said = (payload: unknown, mapping: Mapping = NO_MAPPING) =>
  argoRollouts.normalise(payload, {}, mapping);

describe('a rollout', () => {
  it('that was completed is a deployment of its images', () => {
    expect(said(COMPLETED)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'argo-rollouts',
          service: 'shop',
          environment: 'production',
          id: 'a7d0fcac@12',
          updatedAt: '2026-03-01T12:20:00.250Z',
          finishedAt: '2026-03-01T12:20:00.250Z',
          status: 'succeeded',
          artifacts: ['ghcr.io/acme/shop:1.4.2', 'envoy:1.30'],
        },
      ],
    });
  });

  it('is one of the commit that its annotations name', () => {
    expect(said(OF_A_COMMIT)).toMatchObject({
      events: [{ environment: 'production', repository: 'acme/shop', sha: SHA }],
    });
  });

  it('is of no commit where the annotation is not a whole hash', () => {
    const annotations = { ...OF_A_COMMIT.metadata.annotations, 'throughline/sha': '89ab89a' };
    const result = said({ ...OF_A_COMMIT, metadata: { ...OF_A_COMMIT.metadata, annotations } });
    expect(result).toMatchObject({ kind: 'events' });
    expect(JSON.stringify(result)).not.toContain('89ab89a');
  });

  it('that was aborted reached nobody, and is another deployment than the one of its retry', () => {
    expect(said(ABORTED)).toMatchObject({
      events: [{ id: 'a7d0fcac@12 aborted', status: 'cancelled' }],
    });
  });

  it('that was aborted after everybody had it was rolled back', () => {
    expect(said(ABORTED_AFTER_THE_SWITCH)).toMatchObject({ events: [{ status: 'rolled_back' }] });
    const before = { ...ABORTED.status, blueGreen: { activeSelector: '5d41' } };
    expect(said({ ...ABORTED, status: before })).toMatchObject({
      events: [{ status: 'cancelled' }],
    });
    expect(said({ ...ABORTED_AFTER_THE_SWITCH, trigger: 'on-rollout-completed' })).toMatchObject({
      events: [{ status: 'succeeded' }],
    });
  });

  it('goes by what its labels say', () => {
    const labels = { 'throughline/service': 'web', 'throughline/environment': 'eu' };
    expect(said({ ...COMPLETED, metadata: { ...COMPLETED.metadata, labels } })).toMatchObject({
      events: [{ service: 'web', environment: 'eu' }],
    });
  });

  it('goes by the rules for its namespace and its trigger', () => {
    const deployments = [
      { when: { trigger: ['on-rollout-aborted'] }, ignore: true },
      { when: { stage: ['{service}-live'] }, environment: 'live', ignore: false },
    ];
    expect(said(COMPLETED, { ...NO_MAPPING, deployments })).toMatchObject({
      events: [{ service: 'shop', environment: 'live' }],
    });
    expect(said(ABORTED, { ...NO_MAPPING, deployments })).toMatchObject({ kind: 'ignored' });
  });

  it('of another trigger is not what the template sends', () => {
    expect(said({ ...COMPLETED, trigger: 'on-rollout-paused' })).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/^trigger: /),
    });
  });
});

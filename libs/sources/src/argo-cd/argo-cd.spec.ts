import { describe, expect, it } from '@jest/globals';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { FAILED, HEALED, IMAGE, OF_SEVERAL_SOURCES, SHA, SYNCED } from './argo-cd.fixture.js';
import { argoCd } from './argo-cd.js';

const said = (payload: unknown, mapping: Mapping = NO_MAPPING) =>
  argoCd.normalise(payload, {}, mapping);

const with_ = (operation: object, health: string) => ({
  ...SYNCED,
  status: {
    ...SYNCED.status,
    operationState: { ...SYNCED.status.operationState, ...operation },
    health: { status: health },
  },
});

describe('an application that was synchronised', () => {
  it('is a deployment of its images, not of the revision of its manifests', () => {
    expect(said(SYNCED)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'argo-cd',
          service: 'shop',
          environment: 'production',
          id: '6a1c@2026-03-01T12:00:00Z',
          updatedAt: '2026-03-01T12:01:30Z',
          startedAt: '2026-03-01T12:00:00Z',
          finishedAt: '2026-03-01T12:01:30Z',
          status: 'succeeded',
          artifacts: [IMAGE, 'envoy:1.30'],
          url: 'https://argocd.example/applications/argocd/shop',
        },
      ],
    });
  });

  it('is one of its commit where the service lives in the repository', () => {
    const services = [{ name: 'shop', repository: 'acme/shop', knownAs: [] }];
    const repository = 'git@git.example:acme/shop.git';
    expect(said(OF_SEVERAL_SOURCES, { ...NO_MAPPING, services })).toMatchObject({
      events: [{ repository, sha: SHA }],
    });
    const elsewhere = said(SYNCED, { ...NO_MAPPING, services });
    expect(JSON.stringify(elsewhere)).not.toContain(SHA);
  });

  it('with what was there before is none', () => {
    expect(said(HEALED)).toMatchObject({ kind: 'ignored' });
  });

  it('back to an earlier revision is one', () => {
    const [before, last] = SYNCED.status.history;
    const history = [before, last, before];
    const operationState = {
      ...SYNCED.status.operationState,
      syncResult: { revision: before?.revision },
    };
    const status = { ...SYNCED.status, history, operationState };
    expect(said({ ...SYNCED, status })).toMatchObject({ kind: 'events' });
  });

  it('with other parameters of the same revision is one', () => {
    const [, last] = SYNCED.status.history;
    const history = [last, { ...last, source: { kustomize: { images: ['shop:2'] } } }];
    const result = said({ ...SYNCED, status: { ...SYNCED.status, history } });
    expect(result).toMatchObject({ kind: 'events' });
  });

  it.each([
    ['Succeeded', 'Healthy', 'succeeded'],
    ['Succeeded', 'Suspended', 'succeeded'],
    ['Succeeded', 'Degraded', 'failed'],
    ['Failed', 'Healthy', 'failed'],
    ['Error', 'Missing', 'failed'],
  ])('%s and %s has %s', (phase, health, status) => {
    expect(said(with_({ phase }, health))).toMatchObject({ events: [{ status }] });
  });

  it.each([
    ['Succeeded', 'Progressing'],
    ['Running', 'Healthy'],
    ['Terminating', 'Healthy'],
  ])('%s and %s is not there yet', (phase, health) => {
    expect(said(with_({ phase }, health))).toMatchObject({ kind: 'ignored' });
  });

  it('goes by what its labels say', () => {
    const labels = { 'throughline/service': 'web', 'throughline/environment': 'eu' };
    const metadata = { ...SYNCED.metadata, labels };
    expect(said({ ...FAILED, metadata })).toMatchObject({
      events: [{ service: 'web', environment: 'eu', status: 'failed' }],
    });
  });

  it('goes by the rules for its namespace', () => {
    const rule = { when: { stage: ['shop'] }, environment: 'live', ignore: false };
    expect(said(SYNCED, { ...NO_MAPPING, deployments: [rule] })).toMatchObject({
      events: [{ environment: 'live' }],
    });
  });
});

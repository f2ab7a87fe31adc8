import { describe, expect, it } from '@jest/globals';
import { parseEvent, serialiseEvent, versionOf } from '@throughline/events';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import {
  BEFORE,
  entry,
  FAILED,
  HEALED,
  IMAGE,
  OF_SEVERAL_SOURCES,
  SHA,
  SYNCED,
  syncedTo,
} from './argo-cd.fixture.js';
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
          id: '6a1c@4',
          updatedAt: expect.any(String),
          startedAt: '2026-03-01T12:00:00Z',
          finishedAt: '2026-03-01T12:00:30Z',
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

  it('tells no images of an operation that failed: what runs ran before it', () => {
    expect(said(FAILED)).toMatchObject({ events: [{ status: 'failed', artifacts: [] }] });
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

describe('what is brought again', () => {
  /** The deployment that is told, as the log would have it. */
  const told = (payload: unknown) => {
    const result = said(payload);
    const parsed = parseEvent(result.kind === 'events' ? result.events[0] : undefined, 0);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return parsed.event as typeof parsed.event & { id: string; finishedAt: number };
  };
  const version = (payload: unknown) => versionOf(told(payload), serialiseEvent(told(payload)));
  const having = (health: string, app: { readonly status: object }) => ({
    ...app,
    status: { ...app.status, health: { status: health } },
  });

  const [FIRST, AGAIN, AND_AGAIN] = [
    entry(4, SHA, '12:00'),
    entry(5, SHA, '12:10'),
    entry(6, SHA, '12:20'),
  ] as const;
  const EARLIER = entry(3, BEFORE, '11:00');

  it('is the deployment that brought it first, and no later', () => {
    expect(said(HEALED)).toMatchObject({
      events: [
        {
          id: '6a1c@4',
          startedAt: '2026-03-01T12:00:00Z',
          finishedAt: '2026-03-01T12:00:30Z',
        },
      ],
    });
  });

  it('does not undo a success by a failure, but a failure by a success', () => {
    const inOrder = [
      having('Degraded', syncedTo(EARLIER, FIRST)),
      having('Degraded', syncedTo(EARLIER, FIRST, AGAIN)),
      having('Healthy', syncedTo(EARLIER, FIRST, AGAIN, AND_AGAIN)),
      having('Healthy', syncedTo(EARLIER, FIRST, AGAIN)),
    ];
    const versions = inOrder.map(version);
    expect(versions).toEqual([...versions].sort((one, other) => (one < other ? -1 : 1)));
    expect(new Set(versions).size).toBe(4);
    expect(new Set(inOrder.map((app) => told(app).id))).toEqual(new Set(['6a1c@4']));
  });

  it('is told even if the first time was still progressing when it came again', () => {
    const first = having('Progressing', syncedTo(EARLIER, FIRST));
    expect(said(first)).toMatchObject({ kind: 'ignored' });
    expect(said(syncedTo(EARLIER, FIRST, AGAIN))).toMatchObject({
      events: [{ id: '6a1c@4', status: 'succeeded' }],
    });
  });

  it('is another deployment after something else, or with other parameters', () => {
    const back = { ...FIRST, id: 5, revision: BEFORE };
    expect(told(syncedTo(EARLIER, FIRST, back)).id).toBe('6a1c@5');
    const parametrised = { ...AGAIN, source: { ...AGAIN.source, kustomize: { images: ['a:2'] } } };
    expect(told(syncedTo(EARLIER, FIRST, parametrised)).id).toBe('6a1c@5');
    expect(told(OF_SEVERAL_SOURCES).id).toBe('6a1c@0');
  });

  it('can be told as long as the history reaches back to where it came first', () => {
    const since = entry(0, SHA, '11:00');
    expect(told(syncedTo(since, { ...FIRST, id: 1 })).id).toBe('6a1c@0');
    expect(said(syncedTo(FIRST, AGAIN))).toMatchObject({ kind: 'ignored' });
    expect(told(syncedTo(FIRST)).id).toBe('6a1c@4');
  });

  it.each([
    ['failed', { phase: 'Failed' }],
    ['brought only some of it', { syncResult: { revision: 'c'.repeat(40) } }],
  ])('has no entry if the operation %s, which is then one by itself', (_how, operation) => {
    const app = syncedTo(EARLIER, FIRST);
    const operationState = { ...app.status.operationState, ...operation };
    expect(told({ ...app, status: { ...app.status, operationState } }).id).toBe(
      '6a1c@2026-03-01T12:00:00Z',
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { deployment, HOUR, march } from '../facts/facts.fixture.js';
import { type Deployment, deploymentKey, type FinishedDeployment } from '../facts/facts.js';
import type { FailureLink } from './failure-link.js';
import { Histories } from './place-history.js';
import {
  fixesByTarget,
  linkHotfixes,
  linkNamedFixes,
  linkReverts,
  type Revert,
} from './remedies.js';

type Stated = Partial<FinishedDeployment>;

const at = (id: string, hours: number, stated: Stated = {}) =>
  deployment({ id, finishedAt: march(1) + hours * HOUR, ...stated });

const inWords = (links: readonly FailureLink[]) =>
  links.map(
    ({ rule, deployment: failed, remedy, confidence }) =>
      `${rule} ${confidence}: ${remedy?.id} mends ${failed.service} ${failed.environment} ${failed.id}`,
  );

describe('a deployment that another one names in `fixes`', () => {
  const bad = at('bad', 0);
  const links = (...others: readonly Deployment[]) =>
    inWords(linkNamedFixes([bad], fixesByTarget([bad, ...others])));

  it.each<[string, Partial<Deployment>]>([
    ['succeeded', {}],
    ['failed', { status: 'failed' }],
    ['was cancelled', { status: 'cancelled' }],
    ['is in progress', { status: 'in_progress', finishedAt: undefined }],
    ['came before it', { finishedAt: march(1) - HOUR }],
    ['names it twice', { fixes: ['bad', 'bad'] }],
  ])('failed, where that one %s', (_name, stated) => {
    expect(links({ ...at('fix', 1, { fixes: ['bad'] }), ...stated })).toEqual([
      'named_fix 1: fix mends api production bad',
    ]);
  });

  it('is linked to each that names it', () => {
    expect(
      links(at('one', 1, { fixes: ['bad'] }), at('two', 2, { fixes: ['INC', 'bad'] })),
    ).toEqual([
      'named_fix 1: one mends api production bad',
      'named_fix 1: two mends api production bad',
    ]);
  });

  it('is in the same service and environment: elsewhere the id is another one’s', () => {
    expect(links(at('fix', 1, { fixes: ['bad'], service: 'web' }))).toEqual([]);
    expect(links(at('fix', 1, { fixes: ['bad'], environment: 'staging' }))).toEqual([]);
  });

  it('is not linked to itself', () => {
    const own = at('bad', 0, { fixes: ['bad'] });
    expect(linkNamedFixes([own], fixesByTarget([own]))).toEqual([]);
  });
});

describe('a hotfix', () => {
  const links = (deployments: readonly Deployment[], shipped: readonly Deployment[] = []) =>
    inWords(
      linkHotfixes(
        deployments,
        new Histories(
          deployments.filter((one): one is FinishedDeployment => one.finishedAt !== undefined),
          ['succeeded', 'rolled_back'],
        ),
        new Set(shipped.map(deploymentKey)),
      ),
    );
  const older = at('older', 0);
  const last = at('last', 1);
  const patch = (stated: Stated = {}) => at('patch', 2, { kind: 'hotfix', ...stated });
  const blamesLast = ['hotfix 0.7: patch mends api production last'];

  it('mends the deployment before it', () => {
    expect(links([patch(), older, last])).toEqual(blamesLast);
  });

  it('is one by its branch or label too, of whatever kind it is', () => {
    const plain = patch({ kind: 'deploy' });
    expect(links([older, last, plain])).toEqual([]);
    expect(links([older, last, plain], [plain])).toEqual(blamesLast);
    expect(links([older, last, patch()], [patch()])).toEqual(blamesLast);
  });

  it('shows a failure also where it failed itself', () => {
    expect(links([older, last, patch({ status: 'failed' })])).toEqual(blamesLast);
  });

  it('passes over rollouts that reached nobody', () => {
    expect(links([last, at('broken', 1.5, { status: 'failed' }), patch()])).toEqual(blamesLast);
  });

  it('mends the hotfix before it, where one was not enough', () => {
    expect(links([last, patch(), at('again', 3, { kind: 'hotfix' })])).toEqual([
      ...blamesLast,
      'hotfix 0.7: again mends api production patch',
    ]);
  });

  it('that finished with the one before it comes after the smaller id', () => {
    const tied = [at('a', 2), patch({ id: 'b' }), at('c', 2)];
    expect(links(tied)).toEqual(['hotfix 0.7: b mends api production a']);
    const broken = tied.map((one) =>
      one.id === 'b' ? { ...one, status: 'failed' as const } : one,
    );
    expect(links(broken)).toEqual(['hotfix 0.7: b mends api production a']);
  });

  it.each<[string, readonly Deployment[]]>([
    ['it says what it fixes', [last, patch({ fixes: ['INC-1'] })]],
    ['it was cancelled', [last, patch({ status: 'cancelled' })]],
    ['it is in progress', [last, { ...patch({ status: 'in_progress' }), finishedAt: undefined }]],
    ['it is the first', [patch(), at('next', 3)]],
    ['only another service was deployed', [at('last', 1, { service: 'web' }), patch()]],
    ['only staging was deployed', [at('last', 1, { environment: 'staging' }), patch()]],
  ])('blames nothing where %s', (_name, deployments) => {
    expect(links(deployments)).toEqual([]);
  });
});

describe('a revert', () => {
  const deployments = [at('bad', 0), at('bad', 0, { environment: 'staging' }), at('undo', 1)];
  const revert: Revert = {
    service: 'api',
    environment: 'production',
    revertedId: 'bad',
    revertingId: 'undo',
  };

  it('shows that what brought the commit failed, and mends it', () => {
    expect(inWords(linkReverts(deployments, [revert]))).toEqual([
      'revert 0.8: undo mends api production bad',
    ]);
  });

  it.each<[string, Partial<Revert>]>([
    ['the one that brought it', { revertedId: 'unheard of' }],
    ['the one that took it back', { revertingId: 'unheard of' }],
    ['the service', { service: 'web' }],
    ['the environment: nothing took it back in staging', { environment: 'staging' }],
  ])('shows nothing where it is not known here: %s', (_name, stated) => {
    expect(linkReverts(deployments, [{ ...revert, ...stated }])).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { deployment, HOUR, incident, march } from '../facts/facts.fixture.js';
import type { FinishedDeployment, Incident, IncidentCause } from '../facts/facts.js';
import { type FirstShipper, linkNamedCauses } from './incident-causes.js';

const SHA = 'a'.repeat(40);

const nobody: FirstShipper = () => undefined;

/** The places and ids of the deployments that an incident is linked to. */
function linked(
  deployments: FinishedDeployment[],
  stated: Partial<Incident>,
  firstShipper = nobody,
  production = ['production'],
) {
  const incidents = [incident({ id: 'INC-1', ...stated })];
  return linkNamedCauses({ deployments, incidents, firstShipper, production })
    .map(({ deployment: { service, environment, id } }) => `${service} ${environment} ${id}`)
    .sort();
}

const inPlace = (service: string, environment: string, id: string, stated = {}) =>
  deployment({ service, environment, id, ...stated });

describe('an incident that names a deployment', () => {
  const deployments = [
    inPlace('api', 'production', '7'),
    inPlace('web', 'production', '7'),
    inPlace('api', 'staging', '7'),
    inPlace('api', 'production', '8'),
  ];

  it.each<[string, Partial<Incident>, string[]]>([
    ['is about its own services', { services: ['web', 'jobs'] }, ['web production 7']],
    [
      'is about each of them',
      { services: ['web', 'api'] },
      ['api production 7', 'web production 7'],
    ],
    ['is about its own environment', { environment: 'staging' }, ['api staging 7']],
    ['is about both', { services: ['api'], environment: 'staging' }, ['api staging 7']],
    ['is about production where it does not say', { services: ['api'] }, ['api production 7']],
    ['is about none where two services have one and it names neither', {}, []],
    ['is about nothing where it was not', { services: ['jobs'] }, []],
  ])('%s', (_name, scope, expected) => {
    expect(linked(deployments, { cause: { deploymentId: '7' }, ...scope })).toEqual(expected);
  });

  it('needs to name no service where only one has a deployment of that id', () => {
    expect(linked(deployments, { cause: { deploymentId: '8' } })).toEqual(['api production 8']);
    // There are two of id 7 in production, but in staging there is one.
    const inStaging = { cause: { deploymentId: '7' }, environment: 'staging' };
    expect(linked(deployments, inStaging)).toEqual(['api staging 7']);
  });

  it('is about each environment that is production, of one service', () => {
    const regions = ['eu', 'us', 'staging'].map((region) => inPlace('api', region, '7'));
    expect(linked(regions, { cause: { deploymentId: '7' } }, nobody, ['eu', 'us'])).toEqual([
      'api eu 7',
      'api us 7',
    ]);
  });

  it('means a cancelled one too, as it names it by its id', () => {
    const cancelled = inPlace('api', 'production', '9', { status: 'cancelled' });
    expect(linked([cancelled], { cause: { deploymentId: '9' } })).toEqual(['api production 9']);
  });

  it('is about nothing where nothing is known of that id', () => {
    expect(linked(deployments, { cause: { deploymentId: '10' } })).toEqual([]);
  });
});

describe('an incident that names a version', () => {
  const cause: IncidentCause = { version: '1.2.0' };
  const twice = [
    deployment({ id: 'before', version: '1.2.0', finishedAt: march(2) }),
    deployment({ id: 'again', version: '1.2.0', finishedAt: march(4) }),
    deployment({ id: 'other', version: '1.3.0', finishedAt: march(3) }),
  ];

  it('is about the newest of that version which was there when it opened', () => {
    expect(linked(twice, { cause, openedAt: march(3) })).toEqual(['api production before']);
    expect(linked(twice, { cause, openedAt: march(4) })).toEqual(['api production again']);
    expect(linked(twice, { cause, openedAt: march(9) })).toEqual(['api production again']);
  });

  it('is about the first where its clock says that none was there yet', () => {
    expect(linked(twice, { cause, openedAt: march(1) })).toEqual(['api production before']);
  });

  it('is about one in each place it may be about', () => {
    const places = [
      inPlace('api', 'production', 'a', { version: '1.2.0' }),
      inPlace('web', 'production', 'w', { version: '1.2.0' }),
    ];
    expect(linked(places, { cause })).toEqual(['api production a', 'web production w']);
    expect(linked(places, { cause, services: ['web'] })).toEqual(['web production w']);
  });

  it('is not about an attempt that was cancelled', () => {
    const cancelled = deployment({
      id: 'cancelled',
      version: '1.2.0',
      status: 'cancelled',
      finishedAt: march(5),
    });
    expect(linked([...twice, cancelled], { cause, openedAt: march(9) })).toEqual([
      'api production again',
    ]);
  });

  it('is about the greater id of two that finished at one moment', () => {
    const tied = ['a', 'c', 'b'].map((id) => deployment({ id, version: '1.2.0' }));
    expect(linked(tied, { cause })).toEqual(['api production c']);
    expect(linked([...tied].reverse(), { cause })).toEqual(['api production c']);
  });
});

describe('an incident that names a commit', () => {
  const cause: IncidentCause = { sha: SHA };
  const shippedBy =
    (ids: Readonly<Record<string, string>>): FirstShipper =>
    (service, environment, sha) =>
      sha === SHA ? ids[`${service} ${environment}`] : undefined;

  it('is about the deployment that shipped it first, whatever sha that one has', () => {
    const deployments = [
      deployment({ id: 'first', sha: 'b'.repeat(40), finishedAt: march(2) }),
      deployment({ id: 'later', sha: SHA, finishedAt: march(3) }),
    ];
    const first = shippedBy({ 'api production': 'first' });
    expect(linked(deployments, { cause, openedAt: march(4) }, first)).toEqual([
      'api production first',
    ]);
  });

  it('is about the one that failed to deploy it, where none shipped it', () => {
    const deployments = [
      deployment({ id: 'failed', sha: SHA, status: 'failed', finishedAt: march(2) }),
      deployment({ id: 'retried', sha: SHA, status: 'failed', finishedAt: march(3) }),
      inPlace('web', 'production', 'shipped', { finishedAt: march(2) }),
    ];
    const first = shippedBy({ 'web production': 'shipped' });
    const opened = { cause, openedAt: march(2) + HOUR };
    expect(linked(deployments, opened, first)).toEqual([
      'api production failed',
      'web production shipped',
    ]);
    expect(linked(deployments, { ...opened, services: ['api'] }, first)).toEqual([
      'api production failed',
    ]);
  });

  it('is not about an attempt that was cancelled', () => {
    const cancelled = deployment({ id: 'cancelled', sha: SHA, status: 'cancelled' });
    expect(linked([cancelled], { cause })).toEqual([]);
  });

  it('is about nothing that is at hand where an unknown deployment shipped it', () => {
    const later = deployment({ id: 'later', sha: SHA });
    const first = shippedBy({ 'api production': 'older' });
    expect(linked([later], { cause }, first)).toEqual([]);
  });
});

describe('an incident that names no cause', () => {
  it('has none that was named, however near a deployment is', () => {
    const before = deployment({ id: 'before', finishedAt: march(1) - 1 });
    expect(linked([before], { services: ['api'], environment: 'production' })).toEqual([]);
  });
});

describe('the rule that links', () => {
  it.each<[IncidentCause, string, number]>([
    [{ deploymentId: '7' }, 'named_cause', 1],
    [{ sha: SHA }, 'sha_match', 0.95],
    [{ version: '1.2.0' }, 'version_match', 0.9],
  ])('is for %j %s, sure by %d', (cause, rule, confidence) => {
    const one = deployment({ id: '7', sha: SHA, version: '1.2.0' });
    const named = incident({ id: 'INC-1', openedAt: march(2), cause });
    const links = linkNamedCauses({
      deployments: [one],
      incidents: [named],
      firstShipper: nobody,
      production: ['production'],
    });
    expect(links).toEqual([{ deployment: one, rule, confidence, incident: named }]);
  });
});

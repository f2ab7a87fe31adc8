import { describe, expect, it } from '@jest/globals';
import { deploymentTargets } from './deployment-targets.js';
import { incidentTarget } from './incident-target.js';
import { type Mapping, NO_MAPPING } from './mapping.js';
import { serviceOf } from './service-of.js';

const mappingOf = (changes: Partial<Mapping>): Mapping => ({ ...NO_MAPPING, ...changes });

const CATALOGUE = mappingOf({
  services: [
    { name: 'checkout', repository: 'acme/shop', knownAs: ['Checkout API', 'P123'] },
    { name: 'web', repository: 'acme/site', knownAs: [] },
    { name: 'site-jobs', repository: 'acme/site', knownAs: [] },
  ],
});

describe('the service', () => {
  it.each([
    ['is the name of the repository where nothing else is known', {}, 'acme/api', 'api'],
    [
      'is the one that lives in the repository',
      CATALOGUE,
      'https://host/acme/shop.git',
      'checkout',
    ],
    ['is nobody in particular where several live in it', CATALOGUE, 'acme/site', 'site'],
  ])('%s', (_what, mapping, repository, expected) => {
    expect(serviceOf(mappingOf(mapping), { repository })).toBe(expected);
  });

  it('is what the tool calls it, by our own name for that', () => {
    const repository = 'acme/site';
    expect(serviceOf(CATALOGUE, { repository, service: 'checkout api' })).toBe('checkout');
    expect(serviceOf(CATALOGUE, { repository, service: 'P123' })).toBe('checkout');
    expect(serviceOf(CATALOGUE, { repository, service: 'else' })).toBe('else');
    expect(serviceOf(CATALOGUE, {})).toBeUndefined();
    expect(serviceOf(CATALOGUE, { project: ['SHOP', 'P123'] })).toBe('checkout');
    expect(serviceOf(CATALOGUE, { project: ['SHOP', 'The shop'] })).toBe('SHOP');
  });
});

describe('a run', () => {
  it('that the tool calls a deployment is one, where no rule says otherwise', () => {
    const run = { repository: 'acme/api', environment: 'eu' };
    expect(deploymentTargets(NO_MAPPING, run, 'deployment')).toEqual([
      { service: 'api', environment: 'eu' },
    ]);
    expect(deploymentTargets(NO_MAPPING, run, 'unknown')).toEqual([]);
    const rules = mappingOf({ deployments: [{ when: { environment: ['eu'] }, ignore: true }] });
    expect(deploymentTargets(rules, run, 'deployment')).toEqual([]);
  });

  it('is what the first rule that fits says', () => {
    const rules = mappingOf({
      ...CATALOGUE,
      deployments: [
        { when: { workflow: ['deploy*'], branch: ['main'] }, environment: 'live', ignore: false },
        { when: { workflow: ['ship {service} to {environment}'] }, ignore: false },
        {
          when: { workflow: ['all'] },
          service: ['web', 'site-jobs'],
          kind: 'hotfix',
          ignore: false,
        },
      ],
    });
    const targets = (run: object) =>
      deploymentTargets(rules, { repository: 'acme/shop', ...run }, 'unknown');
    expect(targets({ workflow: 'Deploy it', branch: 'main' })).toEqual([
      { service: 'checkout', environment: 'live' },
    ]);
    expect(targets({ workflow: 'Deploy it', branch: 'next' })).toEqual([]);
    expect(targets({ workflow: 'Deploy it' })).toEqual([]);
    expect(targets({ workflow: 'ship P123 to eu' })).toEqual([
      { service: 'checkout', environment: 'eu' },
    ]);
    expect(targets({ workflow: 'all' })).toEqual([
      { service: 'web', environment: 'production', kind: 'hotfix' },
      { service: 'site-jobs', environment: 'production', kind: 'hotfix' },
    ]);
  });
});

describe('trouble', () => {
  it('is an incident as the tool says, where no rule says otherwise', () => {
    const trouble = { service: ['Checkout API', 'else'], severity: 'high', environment: 'eu' };
    expect(incidentTarget(CATALOGUE, trouble, 'incident')).toEqual({
      services: ['checkout', 'else'],
      severity: 'high',
      environment: 'eu',
    });
    expect(incidentTarget(CATALOGUE, trouble, 'unknown')).toBeUndefined();
  });

  it('is of the one service that its name or its id stands for', () => {
    const of = (service: string, serviceId: string) =>
      incidentTarget(CATALOGUE, { service, serviceId }, 'incident')?.services;
    expect(of('Payments', 'P123')).toEqual(['checkout']);
    expect(of('Payments', 'P999')).toEqual(['Payments']);
    expect(of('', 'P999')).toEqual(['P999']);
    const rules = mappingOf({
      incidents: [{ when: { service: ['P999'] }, service: ['web'], ignore: false }],
    });
    expect(
      incidentTarget(rules, { service: 'Payments', serviceId: 'P999' }, 'unknown')?.services,
    ).toEqual(['web']);
  });

  it('is what the first rule that fits says', () => {
    const rules = mappingOf({
      incidents: [
        { when: { urgency: ['low'] }, ignore: true },
        { when: { label: ['service={service}'] }, severity: 'sev1', ignore: false },
        { when: { label: ['outage'] }, service: ['web'], environment: 'live', ignore: false },
      ],
    });
    expect(incidentTarget(rules, { urgency: 'low' }, 'incident')).toBeUndefined();
    expect(incidentTarget(rules, { label: ['a=b', 'service=api'] }, 'unknown')).toEqual({
      services: ['api'],
      severity: 'sev1',
      environment: undefined,
    });
    expect(incidentTarget(rules, { label: ['outage'], severity: 'p1' }, 'unknown')).toEqual({
      services: ['web'],
      severity: 'p1',
      environment: 'live',
    });
  });
});

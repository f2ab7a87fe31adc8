import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchAny, matchPattern } from './pattern.js';

describe('a pattern', () => {
  it.each([
    ['deploy', 'deploy', {}],
    ['Deploy', 'dEPLOY', {}],
    ['deploy', 'deploy now', undefined],
    ['*', '', {}],
    ['deploy*', 'deploy', {}],
    ['*-live', 'shop-live', {}],
    ['*-live', 'shop-live-2', undefined],
    ['*-live', 'a-live-live', {}],
    ['deploy {service}', 'deploy checkout', { service: 'checkout' }],
    ['deploy {service}', 'deploy ', undefined],
    [
      '{service}/{environment}',
      'Checkout/Production',
      { service: 'Checkout', environment: 'Production' },
    ],
    ['{service}-{environment}', 'web-api-prod', { service: 'web', environment: 'api-prod' }],
    ['deploy-{service}-to-prod*', 'deploy-web-to-prod-eu', { service: 'web' }],
    ['a*b*c', 'a-c-b', undefined],
    ['ab*ba', 'aba', undefined],
    ['', '', {}],
    ['', 'x', undefined],
    ['k8s.{service}', 'k8sXweb', undefined],
  ])('%j of %j', (pattern, name, expected) => {
    expect(matchPattern(pattern, name)).toEqual(expected);
  });

  it('with stars says what the regular expression for it says', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 12 });
    const pattern = fc
      .array(fc.oneof(fc.constant('*'), text), { maxLength: 6 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(pattern, text, (stars, name) => {
        const expression = new RegExp(`^${stars.replaceAll('*', '.*')}$`);
        expect(matchPattern(stars, name) !== undefined).toBe(expression.test(name));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives back what was put into its gaps, where nothing else could have been', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', '3', '_'), minLength: 1 });
    fc.assert(
      fc.property(word, word, (service, environment) => {
        expect(
          matchPattern(
            'Deploy {service} to {environment}!',
            `deploy ${service} to ${environment}!`,
          ),
        ).toEqual({ service, environment });
      }),
    );
  });

  it('is the first of several that one of several names fits', () => {
    expect(matchAny(['x-{service}', '{service}'], ['web', 'x-api'])).toEqual({ service: 'api' });
    expect(matchAny(['x'], [])).toBeUndefined();
  });
});

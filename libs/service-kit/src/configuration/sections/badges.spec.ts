import { describe, expect, it } from '@jest/globals';
import { describeConfigurationFile } from '../configuration-file-schema.js';
import { faultsOf, parse } from '../configuration-text.fixture.js';

const sentences = (text: string) =>
  describeConfigurationFile(parse(text)).filter((sentence) => sentence.includes('badge'));

describe('badges', () => {
  it('are for nobody without a token, if nothing else is said', () => {
    const nothing = { everything: false, services: [], teams: [], repositories: [] };
    expect(parse('').badges).toEqual({ public: nothing });
    expect(parse('badges: {}').badges).toEqual({ public: nothing });
    expect(sentences('badges: { public: {} }')).toEqual([]);
  });

  it('can be made public one by one', () => {
    const text =
      'badges: { public: { services: [api, web], repositories: ["git@github.com:acme/shop.git"] } }';
    expect(parse(text).badges.public).toEqual({
      everything: false,
      services: ['api', 'web'],
      teams: [],
      repositories: ['acme/shop'],
    });
    expect(sentences(text)).toEqual([
      'Anyone may see the badges of services api, web.',
      'Anyone may see the badges of repositories acme/shop.',
    ]);
  });

  it('can be public all of them', () => {
    expect(sentences('badges: { public: { everything: true } }')).toEqual([
      'Anyone may see every badge.',
    ]);
  });

  it('are refused where a key is misspelt', () => {
    expect(faultsOf('badges: { public: { service: [api] } }')).toMatch(/did you mean "services"/);
  });
});

import { describe, expect, it } from '@jest/globals';
import { faultsOf, parse } from './configuration-text.fixture.js';

const SHA256 = 'a'.repeat(64);

/** What alerting is told where nobody tells it anything. */
const ALERTING = {
  receivers: {},
  routes: { teams: {}, owners: {}, otherwise: [] },
  quietHours: [],
  silences: [],
  alerts: [
    {
      ...{ name: 'change-failures', rule: 'change-failure-spike' },
      ...{ for: {}, notify: ['owners'], falseAlarmsPerYear: 1 },
    },
  ],
};

const NO_RULES = { deployments: [], incidents: [] };

describe('throughline.yaml', () => {
  it('may be empty or only comments', () => {
    const defaults = {
      environments: { production: ['production', 'prod', 'live'] },
      services: {},
      sources: {},
      definitions: {},
      tokens: [],
      badges: { public: { everything: false, services: [], teams: [], repositories: [] } },
      ...ALERTING,
    };
    expect(parse('')).toEqual(defaults);
    expect(parse('# nothing yet\n')).toEqual(defaults);
  });

  it('describes environments, services, sources, definitions, tokens and badges', () => {
    const text = `
environments: { staging: [staging, uat] }
services:
  api:
    { team: payments, owner: ann, repository: "git@example.com:acme/shop.git", paths: ["api/**"], tier: 1,
      runbookUrl: "https://runbooks.example/api" }
sources:
  github: { secrets: ["\${OLD}", "\${NEW}"] }
  jenkins: { unsigned: true }
definitions:
  ours: { extends: dora, failure: { window: 4h } }
tokens:
  - { name: ci, sha256: "${SHA256.toUpperCase()}", scopes: [ingest] }
badges: { public: { services: [api] } }
`;
    expect(parse(text, { OLD: 'old-secret', NEW: '0123' }, ['github', 'jenkins'])).toEqual({
      environments: { production: ['production', 'prod', 'live'], staging: ['staging', 'uat'] },
      services: {
        api: {
          team: 'payments',
          formerly: [],
          owner: 'ann',
          repository: 'acme/shop',
          knownAs: [],
          paths: ['api/**'],
          tier: 1,
          runbookUrl: 'https://runbooks.example/api',
        },
      },
      sources: {
        github: { secrets: ['old-secret', '0123'], unsigned: false, ...NO_RULES },
        jenkins: { secrets: [], unsigned: true, ...NO_RULES },
      },
      definitions: { ours: { extends: 'dora', failure: { window: 14_400 } } },
      tokens: [{ name: 'ci', sha256: SHA256, scopes: ['ingest'] }],
      badges: { public: { everything: false, services: ['api'], teams: [], repositories: [] } },
      ...ALERTING,
    });
  });

  it('takes numbers and switches from variables, and leaves digits in a secret alone', () => {
    const text =
      'services:\n  api: { tier: "${TIER}" }\nsources:\n  github:\n    unsigned: ${OPEN}\n';
    expect(parse(text, { TIER: '2', OPEN: 'true' })).toMatchObject({
      services: { api: { tier: 2 } },
      sources: { github: { unsigned: true } },
    });
    const digits = parse('sources:\n  github:\n    secrets:\n      - ${DIGITS}\n', {
      DIGITS: '0123',
    });
    expect(digits.sources['github']?.secrets).toEqual(['0123']);
  });

  it('is refused with the line of every wrong or unknown key, and a hint', () => {
    const text = `services:
  api:
    teem: payments
    tier: one
    sloUrl: javascript:alert(1)
servcies: {}
tokens:
  - name: ci
    sha256: "123"
    scopes: [ingset]
`;
    expect(faultsOf(text).split('\n').sort()).toEqual([
      expect.stringMatching(
        /^throughline.yaml:10:14 tokens.0.scopes.0: .*; did you mean "ingest"\?$/,
      ),
      'throughline.yaml:3:5 services.api.teem: unknown key; did you mean "team"?',
      'throughline.yaml:4:11 services.api.tier: invalid input: expected number, received string',
      'throughline.yaml:5:13 services.api.sloUrl: is not an http or https address',
      'throughline.yaml:6:1 servcies: unknown key; did you mean "services"?',
      expect.stringMatching(/^throughline.yaml:9:13 tokens.0.sha256: is not a SHA-256 in 64/),
    ]);
  });

  it('is refused at the parent when something is missing', () => {
    expect(faultsOf('tokens:\n  - name: ci\n    scopes: [read]\n')).toMatch(
      /^throughline.yaml:2:5 tokens.0.sha256: /,
    );
  });

  it('is refused when it is no YAML, says a key twice, or is no mapping', () => {
    expect(faultsOf('services: {')).toMatch(/^throughline.yaml:1:\d+: /);
    expect(faultsOf('services: {}\nservices: {}\n')).toMatch(/^throughline.yaml:2:1: .*unique/);
    expect(faultsOf('- services\n')).toMatch(/^throughline.yaml:1:1: invalid input/);
    expect(faultsOf('services: *nothing\n')).toMatch(/^throughline.yaml.*nothing/);
  });

  it('is refused when a variable is missing or empty, by its name', () => {
    const text = 'sources:\n  github: { secrets: ["${SECRET}"] }\n';
    const expected = 'throughline.yaml:2:23: the environment variable SECRET is not set or empty';
    expect(faultsOf(text)).toBe(expected);
    expect(faultsOf(text, { SECRET: '' })).toBe(expected);
  });

  it('never repeats what a variable holds', () => {
    expect(faultsOf('tokens: "${SECRET}"\n', { SECRET: 'hunter2' })).not.toContain('hunter2');
    expect(faultsOf('sources: { "${SECRET}": {}, x: 1 }\n', { SECRET: 'hunter2' })).not.toContain(
      'hunter2',
    );
  });

  it('is refused with a source that does not exist', () => {
    expect(faultsOf('sources:\n  gihub: { unsigned: true }\n', {}, ['github', 'gitlab'])).toBe(
      'throughline.yaml:2:3 sources.gihub: there is no such source; did you mean "github"?',
    );
  });

  it.each([
    ['an environment in two classes', 'environments: { production: [live], staging: [live] }'],
    ['three secrets', 'sources: { github: { secrets: [a, b, c] } }'],
    ['secrets that are not asked for', 'sources: { github: { secrets: [a], unsigned: true } }'],
    [
      'two tokens of one name',
      `tokens: [{ name: ci, sha256: "${SHA256}", scopes: [read] }, { name: ci, sha256: "${'b'.repeat(64)}", scopes: [read] }]`,
    ],
    ['a token that may do nothing', `tokens: [{ name: ci, sha256: "${SHA256}", scopes: [] }]`],
    ['a name on two lines', 'services: { api: { team: "a\\nb" } }'],
  ])('is refused with %s', (_name, text) => {
    expect(faultsOf(text)).toMatch(/^throughline.yaml:1:\d+ /);
  });
});

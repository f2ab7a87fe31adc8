import { describe, expect, it } from '@jest/globals';
import { faultsOf, parse } from '../configuration-text.fixture.js';
import { sourcesSection } from './sources.js';

const KNOWN = ['github'];
const file = (name: string, rest: string) =>
  `sources:\n  ${name}:\n    secrets: [a-secret]\n${rest}`;

const OURS = file(
  'our-deployer',
  `    signature: { header: X-Proof, prefix: 'sha256=' }
    events: |
      { "type": "deployment", "service": app }
`,
);

describe('a source of one’s own', () => {
  it('has any name, an expression, and a signature of its kind', () => {
    const { sources } = parse(OURS, {}, KNOWN);
    expect(sources['our-deployer']).toMatchObject({
      secrets: ['a-secret'],
      signature: { header: 'x-proof', algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' },
      events: expect.stringContaining('"deployment"'),
    });
    expect(sourcesSection.describe(sources)).toEqual([
      'Webhooks of our-deployer are verified with one secret.',
      'What our-deployer sends becomes what its expression makes of it.',
    ]);
  });

  it.each([
    [
      'an expression that is none',
      'ours',
      '    events: "{ a: }"\n',
      /^throughline.yaml:4:13 .*no JSONata: .*at character \d+, after/,
    ],
    ['no expression', 'ours', '', /no such source/],
    [
      'the name of a source that is read already',
      'github',
      '    events: "{}"\n',
      /:4:5 sources\.github\.events: is for a source of your own/,
    ],
    [
      'rules',
      'ours',
      '    events: "{}"\n    incidents: [{ ignore: true }]\n',
      /:5:\d+ .*incidents: is for the sources/,
    ],
    [
      'another algorithm',
      'ours',
      '    events: "{}"\n    signature: { header: a, algorithm: md5 }\n',
      /:5:\d+ .*algorithm/,
    ],
  ])('with %s is refused', (_what, name, rest, expected) => {
    expect(faultsOf(file(name, rest), {}, KNOWN)).toMatch(expected);
  });

  it('is what a signature is for', () => {
    expect(faultsOf(file('github', '    signature: { header: a }\n'), {}, KNOWN)).toMatch(
      /signature: is for a source of your own/,
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { faultsOf, parse } from '../configuration-text.fixture.js';
import { sourcesSection } from './sources.js';

const file = (rules: string) => `sources:\n  ci:\n    unsigned: true\n${rules}`;

describe('the rules of a source', () => {
  it('take one pattern or several, and leave the rest to the tool', () => {
    const text = file(`    deployments:
      - { when: { workflow: deploy, branch: [main, 'release/*'] }, service: api }
    incidents:
      - { ignore: true }
`);
    expect(parse(text).sources['ci']).toEqual({
      secrets: [],
      unsigned: true,
      deployments: [
        {
          when: { workflow: ['deploy'], branch: ['main', 'release/*'] },
          service: ['api'],
          ignore: false,
        },
      ],
      incidents: [{ when: {}, ignore: true }],
    });
  });

  it('are refused with the line where they say what cannot be', () => {
    const rule = (text: string) => faultsOf(file(`    deployments:\n      - ${text}\n`));
    expect(rule('{ when: { workflw: deploy } }')).toBe(
      'throughline.yaml:5:19 sources.ci.deployments.0.when.workflw: unknown key; did you mean "workflow"?',
    );
    expect(rule("{ when: { workflow: 'deploy {sevice}' } }")).toMatch(
      /^throughline.yaml:5:29 .*\.workflow.*: has the gap \{sevice\}/,
    );
    expect(rule('{ ignore: true, service: api }')).toMatch(/:5:34 .*service: is said of what/);
    expect(rule('{ when: { workflow: [] } }')).toMatch(/^throughline.yaml:5:/);
    expect(rule('{ when: { label: x } }')).toMatch(/unknown key/);
  });

  it('are told in sentences', () => {
    const text = file(`    deployments:
      - { when: { workflow: 'deploy {service}', branch: [main, next] }, environment: live }
      - { when: { workflow: undo }, service: [a, b], kind: rollback }
      - { when: { branch: x }, ignore: true }
    incidents:
      - { when: { label: outage }, service: a, severity: sev1 }
      - { ignore: true }
`);
    expect(sourcesSection.describe(parse(text).sources)).toEqual([
      'Webhooks of ci are accepted from anyone: they are not verified.',
      'What ci runs with workflow "deploy {service}" and branch "main" or "next" deploys the service it names to live.',
      'What ci runs with workflow "undo" deploys a and b to the environment it names as a rollback.',
      'What ci runs with branch "x" is no deployment.',
      'What ci tells with label "outage" is an incident of a of severity sev1.',
      'What ci tells at all is no incident.',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { RecoveryEnd } from '../definitions/definition.js';
import { deployment, HOUR, incident, march } from '../facts/facts.fixture.js';
import type { Deployment, Incident } from '../facts/facts.js';
import { type FailureLink, failureLink } from './failure-link.js';
import { recoveryOf } from './recovery.js';
import { fixesByTarget } from './remedies.js';

const FAILED_AT = march(10);
const failed = deployment({ id: 'bad', finishedAt: FAILED_AT });

const remedy = (id: string, hours: number, stated: Partial<Deployment> = {}): Deployment => ({
  ...deployment({ id, finishedAt: FAILED_AT + hours * HOUR }),
  ...stated,
});

const resolved = (id: string, hours?: number): Incident =>
  incident({
    id,
    openedAt: FAILED_AT,
    resolvedAt: hours === undefined ? undefined : FAILED_AT + hours * HOUR,
  });

/** What ended the failure, and how many hours after it. */
function end(
  reasons: readonly FailureLink[],
  naming: readonly Deployment[] = [],
  endedBy: readonly RecoveryEnd[] = ['remedy', 'incident_resolved'],
) {
  const found = recoveryOf(failed, reasons, fixesByTarget(naming), {
    of: 'deployments',
    endedBy,
    endedInRow: false,
    rounding: 'none',
  });
  if (found === undefined) return 'open';
  const by = 'remedy' in found.by ? found.by.remedy.id : found.by.incident.id;
  return `${by} after ${(found.at - FAILED_AT) / HOUR} h`;
}

const mendedBy = (one: Deployment) => failureLink('rollback', failed, { remedy: one });
const causing = (one: Incident) => failureLink('named_cause', failed, { incident: one });

describe('a failure ends', () => {
  it.each(['rollback', 'redeploy', 'revert', 'hotfix', 'named_fix'] as const)(
    'with the remedy that a %s is',
    (rule) => {
      expect(end([failureLink(rule, failed, { remedy: remedy('undo', 2) })])).toBe(
        'undo after 2 h',
      );
    },
  );

  it.each(['named_cause', 'sha_match', 'version_match', 'window'] as const)(
    'with the incident that %s laid to it',
    (rule) => {
      expect(end([failureLink(rule, failed, { incident: resolved('INC', 3) })])).toBe(
        'INC after 3 h',
      );
    },
  );

  it('with what names its incident, from whatever service', () => {
    const fix = remedy('fix', 1, { service: 'web', fixes: ['INC'] });
    expect(end([causing(resolved('INC'))], [fix])).toBe('fix after 1 h');
  });

  it('with the earliest of all', () => {
    const all = [
      mendedBy(remedy('undo', 4)),
      causing(resolved('INC', 5)),
      mendedBy(remedy('fix', 3)),
    ];
    expect(end(all)).toBe('fix after 3 h');
    expect(end([...all, causing(resolved('INC-2', 2))])).toBe('INC-2 after 2 h');
    expect(end(all, [remedy('named', 1, { fixes: ['INC'] })])).toBe('named after 1 h');
  });

  it('in the moment that it began, where its end finished then', () => {
    expect(end([mendedBy(remedy('undo', 0))])).toBe('undo after 0 h');
  });

  it('only with what the definition lets end it', () => {
    const both = [mendedBy(remedy('undo', 1)), causing(resolved('INC', 2))];
    const fix = remedy('fix', 0.5, { fixes: ['INC'] });
    expect(end(both, [fix], ['incident_resolved'])).toBe('INC after 2 h');
    expect(end(both, [], ['remedy'])).toBe('undo after 1 h');
    expect(end(both, [fix], ['remedy'])).toBe('fix after 0.5 h');
    expect(end([causing(resolved('INC', 2))], [], ['remedy'])).toBe('open');
  });
});

describe('a failure is open', () => {
  it.each<[string, readonly FailureLink[], readonly Deployment[]]>([
    ['while nobody did anything', [failureLink('status', failed)], []],
    ['while its incident is', [causing(resolved('INC'))], []],
    [
      'where its end came before it',
      [mendedBy(remedy('undo', -1)), causing(resolved('INC', -2))],
      [],
    ],
    [
      'while its remedy is on the way',
      [mendedBy(remedy('undo', 1, { status: 'in_progress' }))],
      [],
    ],
    ['where its remedy failed', [mendedBy(remedy('undo', 1, { status: 'failed' }))], []],
    [
      'where its remedy was rolled back',
      [mendedBy(remedy('undo', 1, { status: 'rolled_back' }))],
      [],
    ],
    [
      'where it names its own incident',
      [causing(resolved('INC'))],
      [{ ...failed, fixes: ['INC'] }],
    ],
    [
      'where its incident was fixed in staging',
      [causing(resolved('INC'))],
      [remedy('fix', 1, { environment: 'staging', fixes: ['INC'] })],
    ],
    [
      'where another incident was fixed',
      [causing(resolved('INC'))],
      [remedy('fix', 1, { fixes: ['INC-2'] })],
    ],
  ])('%s', (_name, reasons, naming) => {
    expect(end(reasons, naming)).toBe('open');
  });
});

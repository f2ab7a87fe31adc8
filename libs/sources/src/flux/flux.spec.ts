import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { parseEvent, serialiseEvent, versionOf } from '@throughline/events';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { RECONCILED, SHA, UNHEALTHY, UPGRADED } from './flux.fixture.js';
import { flux } from './flux.js';

const said = (payload: unknown, mapping: Mapping = NO_MAPPING) =>
  flux.normalise(payload, {}, mapping);

/** Which of two versions of one deployment wins. */
function version(payload: unknown): bigint {
  const result = said(payload);
  const parsed = parseEvent(result.kind === 'events' ? result.events[0] : undefined, 0);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return versionOf(parsed.event, serialiseEvent(parsed.event));
}

describe('a signature', () => {
  const body = Buffer.from(JSON.stringify(RECONCILED));
  const believed = (signature: string) =>
    flux.verify({ body, headers: { 'x-signature': signature }, receivedAt: 0 }, ['token'])
      .authentic;

  it.each(['sha224', 'sha256', 'sha384', 'sha512'])('of %s is believed', (algorithm) => {
    const hex = createHmac(algorithm, 'token').update(body).digest('hex');
    expect(believed(`${algorithm}=${hex}`)).toBe(true);
    expect(believed(hex)).toBe(false);
    const other = createHmac(algorithm, 'other').update(body).digest('hex');
    expect(believed(`${algorithm}=${other}`)).toBe(false);
  });

  it.each(['md5', 'sha1'])('of %s is not', (algorithm) => {
    const hex = createHmac(algorithm, 'token').update(body).digest('hex');
    expect(believed(`${algorithm}=${hex}`)).toBe(false);
  });
});

describe('a reconciliation', () => {
  it('is a deployment of the revision', () => {
    expect(said(RECONCILED)).toMatchObject({
      events: [
        {
          type: 'deployment',
          source: 'flux',
          service: 'webapp',
          environment: 'production',
          id: `7d0cdc51@main@sha1:${SHA}`,
          status: 'succeeded',
          finishedAt: '2026-03-01T12:00:00Z',
          artifact: 'ghcr.io/acme/webapp:1.4.2',
        },
      ],
    });
    expect(JSON.stringify(said(RECONCILED))).not.toContain('"sha"');
  });

  it('is of its commit where the service lives in the repository that the alert names', () => {
    const services = [{ name: 'webapp', repository: 'acme/webapp', knownAs: [] }];
    expect(said(RECONCILED, { ...NO_MAPPING, services })).toMatchObject({ events: [{ sha: SHA }] });
  });

  it('counts from its first success, however often it is said again', () => {
    const later = (event: object, timestamp: string) => ({ ...event, timestamp });
    const failed = { ...UNHEALTHY, metadata: RECONCILED.metadata };
    const inOrder = [
      later(failed, '2026-03-01T11:00:00Z'),
      later(failed, '2026-03-02T11:00:00Z'),
      later(RECONCILED, '2026-03-01T12:10:00Z'),
      RECONCILED,
    ].map(version);
    expect(inOrder).toEqual([...inOrder].sort((one, other) => (one < other ? -1 : 1)));
    expect(new Set(inOrder).size).toBe(4);
  });

  it('that failed has failed', () => {
    expect(said(UNHEALTHY)).toMatchObject({
      events: [{ status: 'failed', environment: 'production', id: `7d0cdc51@main/${SHA}` }],
    });
  });
});

describe('a Helm release', () => {
  it.each([
    ['InstallSucceeded', { status: 'succeeded' }],
    ['UpgradeSucceeded', { status: 'succeeded' }],
    ['UpgradeFailed', { status: 'failed' }],
    ['RollbackSucceeded', { status: 'succeeded', kind: 'rollback' }],
  ])('%s', (reason, expected) => {
    expect(said({ ...UPGRADED, reason })).toMatchObject({
      events: [{ ...expected, version: '1.4.2', service: 'webapp' }],
    });
  });

  const idOf = (event: object) => {
    const result = said({ ...UPGRADED, ...event });
    return result.kind === 'events' ? result.events[0]?.['id'] : undefined;
  };
  const to = (revision: string, day: string, reason = 'UpgradeSucceeded') => ({
    metadata: { revision, token: 'sha256:1' },
    timestamp: `2026-03-${day}T12:00:00Z`,
    reason,
  });

  it('is deployed as often as Helm acts, be it to a version that was there before', () => {
    const actions = [
      to('1.0.0', '01'),
      to('1.1.0', '02'),
      to('1.0.0', '03'),
      to('1.0.0', '04', 'RollbackSucceeded'),
      to('1.0.0', '11', 'RollbackSucceeded'),
    ];
    expect(new Set(actions.map(idOf)).size).toBe(5);
  });

  it('rolled back is another deployment than the upgrade in the same second', () => {
    expect(['UpgradeFailed', 'RollbackSucceeded'].map((reason) => idOf({ reason }))).toEqual([
      '9f@1.4.2@2026-03-01T12:00:00Z',
      '9f@1.4.2@2026-03-01T12:00:00Z@rollback',
    ]);
  });

  it.each(['Progressing', 'TestSucceeded', 'UninstallSucceeded', 'DependencyNotReady'])(
    '%s is ignored',
    (reason) => {
      expect(said({ ...UPGRADED, reason })).toMatchObject({ kind: 'ignored' });
    },
  );
});

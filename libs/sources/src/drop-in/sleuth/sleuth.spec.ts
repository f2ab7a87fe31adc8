import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { faultsOf, NOW, stated } from '../stated.fixture.js';
import { readSleuthDeploy } from './deploy.js';
import { readSleuthImpact } from './impact.js';

// Requests after https://help.sleuth.io/sleuth-api

const SHA = 'a'.repeat(40);
const WHERE = { organisation: 'acme', deployment: 'shop' };

describe('a deploy registered at Sleuth’s address', () => {
  it('is a deployment that succeeded', () => {
    const said = {
      sha: SHA,
      environment: 'staging',
      date: '2026-02-01T10:00:00+02:00',
      tags: ['#web', '#api'],
      email: 'ada@example.com',
      links: { build: 'https://ci.example.com/1' },
      ignore_if_duplicate: 'true',
    };
    expect(stated(readSleuthDeploy(said, WHERE, NOW))).toMatchObject([
      {
        type: 'deployment',
        source: 'sleuth',
        service: 'shop',
        environment: 'staging',
        status: 'succeeded',
        finishedAt: Date.UTC(2026, 1, 1, 8),
        sha: SHA,
        actor: 'ada@example.com',
        labels: ['#web', '#api'],
        url: 'https://ci.example.com/1',
      },
    ]);
  });

  it('reads a form as well, where lists have commas', () => {
    const said = { sha: SHA, environment: '', tags: '#web, #api', links: 'build=https://ci/1?a=b' };
    expect(stated(readSleuthDeploy(said, WHERE, NOW))).toMatchObject([
      {
        environment: 'production',
        finishedAt: NOW,
        labels: ['#web', '#api'],
        url: 'https://ci/1?a=b',
      },
    ]);
  });

  it('takes what is no whole hash for a version', () => {
    const [event] = stated(readSleuthDeploy({ sha: 'v1.2' }, WHERE, NOW));
    expect(event).toMatchObject({ version: 'v1.2' });
    expect(event).not.toHaveProperty('sha');
  });

  it('is one deployment for one hash, unless dates tell them apart', () => {
    const idOf = (said: object, now = NOW) => stated(readSleuthDeploy(said, WHERE, now))[0];
    const id = (said: object, now?: number) => (idOf(said, now) as { id?: string }).id;
    expect(id({ sha: SHA }, NOW + 1000)).toBe(id({ sha: SHA }));
    expect(id({ sha: SHA, date: '2026-02-01T10:00:00Z' })).not.toBe(id({ sha: SHA }));
    expect(faultsOf(readSleuthDeploy({}, WHERE, NOW))).toEqual(['sha is missing']);
  });
});

describe('an impact registered at Sleuth’s address', () => {
  const SOURCE = {
    organisation: 'acme',
    deployment: 'shop',
    environment: 'production',
    source: 'pager',
  };
  const TRIGGERED = {
    type: 'triggered',
    id: 'INC-1',
    date: '2026-02-01T10:00:00Z',
    title: 'no order goes through',
    url: 'https://incidents.example.com/1',
  };
  const INCIDENT = {
    type: 'incident',
    source: 'sleuth',
    id: 'INC-1',
    services: ['shop'],
    environment: 'production',
    openedAt: Date.UTC(2026, 1, 1, 10),
    title: 'no order goes through',
    url: 'https://incidents.example.com/1',
  };

  it('is an incident, over once its end is told', () => {
    const [open] = stated(readSleuthImpact(TRIGGERED, SOURCE, NOW));
    expect(open).toMatchObject(INCIDENT);
    expect(open).not.toHaveProperty('resolvedAt');
    const over = { ...TRIGGERED, ended_date: '2026-02-01T11:00:00Z' };
    expect(stated(readSleuthImpact(over, SOURCE, NOW))).toMatchObject([
      { ...INCIDENT, resolvedAt: Date.UTC(2026, 1, 1, 11) },
    ]);
  });

  it.each(['resolved', 'reopened'])('that is %s lacks only its beginning', (type) => {
    const said = { type, id: 'INC-1', date: '2026-02-01T11:00:00Z' };
    const read = readSleuthImpact(said, SOURCE, NOW);
    const [event] = read.kind === 'incomplete' ? read.events : [];
    expect(parseEvent(event, NOW)).toMatchObject({ faults: [{ path: 'openedAt' }] });
    expect(parseEvent({ ...event, openedAt: TRIGGERED.date }, NOW)).toMatchObject({
      event: { id: 'INC-1', updatedAt: Date.UTC(2026, 1, 1, 11) },
    });
  });

  it('is refused with a type that is none', () => {
    expect(faultsOf(readSleuthImpact({ type: 'acknowledged' }, SOURCE, NOW))).toEqual([
      expect.stringMatching(/^type .*triggered/),
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { identityOf, partitionKeyOf, topicOf, versionOf } from './identity.js';
import { parseEvent, parseStoredEvent, serialiseEvent } from './parse.js';
import type { DeliveryEvent } from './event.js';

const SHA = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);
const RECEIVED = Date.UTC(2026, 2, 1);

const examples = {
  commit: {
    type: 'commit',
    repository: 'acme/shop',
    sha: SHA,
    parents: [OTHER],
    authoredAt: 1_700_000_000,
    reverts: [OTHER],
  },
  artifact: {
    type: 'artifact',
    artifact: 'ghcr.io/acme/shop:1.4',
    repository: 'acme/shop',
    sha: SHA,
    builtAt: '2026-01-01T18:00:00Z',
  },
  change: { type: 'change', repository: 'acme/shop', number: 7, openedAt: '2026-01-01T00:00:00Z' },
  review: {
    type: 'review',
    repository: 'acme/shop',
    number: 7,
    id: '80',
    state: 'approved',
    at: '2026-01-01T12:00:00Z',
  },
  deployment: {
    type: 'deployment',
    service: 'api',
    environment: 'production',
    id: 'r1',
    status: 'succeeded',
    sha: SHA,
    commits: [{ repository: 'acme/lib', sha: OTHER }],
    finishedAt: '2026-01-02T00:00:00+01:00',
  },
  verdict: {
    type: 'verdict',
    service: 'api',
    environment: 'production',
    deploymentId: 'r1',
    failed: true,
    reason: 'no order went through until it was rolled back',
    by: 'Ada, on call',
    at: '2026-01-02T12:00:00Z',
  },
  incident: { type: 'incident', id: 'i1', service: 'api', openedAt: 1_700_000_000_000 },
  service: { type: 'service', name: 'api', team: 'payments', paths: ['services/api/**'] },
  activity: { type: 'activity', actor: 'someone', action: 'create-service', at: 1_700_000_000 },
  feedback: { type: 'feedback', question: 'nps', score: 9, at: 1_700_000_000 },
};

function parsed(input: unknown): DeliveryEvent {
  const result = parseEvent(input, RECEIVED);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.event;
}

function faults(input: unknown) {
  const result = parseEvent(input, RECEIVED);
  return result.ok ? [] : result.faults.map(({ path, code }) => `${path}:${code}`);
}

describe('an event as clients send it', () => {
  it.each(Object.entries(examples))('reads a %s and reads it back from the log', (_, input) => {
    const event = parsed(input);
    const text = serialiseEvent(event);
    expect(parseStoredEvent(JSON.parse(text))).toEqual({ ok: true, event });
    expect(serialiseEvent(parsed(Object.fromEntries(Object.entries(input).reverse())))).toBe(text);
  });

  it('reads unix seconds, milliseconds and RFC 3339 as the same moment', () => {
    const at = (openedAt: unknown) => parsed({ ...examples.incident, openedAt });
    const moment = Date.UTC(2023, 10, 14, 22, 13, 20);
    for (const written of [1_700_000_000, 1_700_000_000_000, '2023-11-14T23:13:20+01:00']) {
      expect(at(written)).toMatchObject({ openedAt: moment });
    }
  });

  it('takes the latest time it carries as the moment it was true', () => {
    const deployment = { ...examples.deployment, startedAt: '2026-01-01T12:00:00Z' };
    expect(parsed(deployment).updatedAt).toBe(Date.UTC(2026, 0, 1, 23));
    expect(parsed({ ...deployment, updatedAt: 1_700_000_000 }).updatedAt).toBe(1_700_000_000_000);
  });

  it('takes the time of receipt for an event that carries no time', () => {
    expect(parsed(examples.service).updatedAt).toBe(RECEIVED);
  });

  it('derives updatedAt to the same text as if it had been sent', () => {
    const derived = serialiseEvent(parsed(examples.commit));
    expect(serialiseEvent(parsed({ ...examples.commit, updatedAt: 1_700_000_000 }))).toBe(derived);
  });

  it('counts null as absent and leaves unknown fields out', () => {
    expect(parsed({ ...examples.commit, committedAt: null, colour: 'green' })).toEqual(
      parsed(examples.commit),
    );
  });

  it('lower-cases a sha and brings every way to write a repository to one', () => {
    for (const repository of [
      'acme/shop',
      'https://git.example.com/acme/shop.git',
      'git@git.example.com:acme/shop.git',
      'ssh://git@git.example.com:22/acme/shop',
      'https://user:secret@git.example.com/acme/shop/',
    ]) {
      expect(parsed({ ...examples.commit, repository, sha: SHA.toUpperCase() })).toMatchObject({
        repository: 'acme/shop',
        sha: SHA,
      });
    }
  });

  it('needs nothing but the identity to withdraw a thing', () => {
    const withdrawal = parsed({
      type: 'deployment',
      service: 'api',
      environment: 'production',
      id: 'r1',
      retracted: true,
    });
    expect(withdrawal).toMatchObject({ retracted: true, updatedAt: RECEIVED });
    expect(identityOf(withdrawal)).toBe(identityOf(parsed(examples.deployment)));
  });

  it('is signed where a verdict is taken back: the trail says who did', () => {
    const { failed: _, reason: __, ...signed } = examples.verdict;
    const withdrawal = parsed({ ...signed, retracted: true });
    expect(withdrawal).toMatchObject({ retracted: true, by: 'Ada, on call' });
    expect(identityOf(withdrawal)).toBe(identityOf(parsed(examples.verdict)));
    expect(faults({ ...signed, by: undefined, at: undefined, retracted: true })).toEqual([
      'by:required',
      'at:required',
    ]);
  });

  it('names a deployment without an id by what it deploys and when it started', () => {
    const { id: _, ...anonymous } = examples.deployment;
    const started = { ...anonymous, startedAt: 1_767_300_000 };
    expect(identityOf(parsed(started))).toBe(
      identityOf(parsed({ ...started, status: 'failed', finishedAt: 1_767_400_000 })),
    );
    expect(identityOf(parsed(started))).not.toBe(identityOf(parsed({ ...started, sha: OTHER })));
    expect(identityOf(parsed(started))).not.toBe(identityOf(parsed(anonymous)));
  });

  it('takes service as the short form of services', () => {
    expect(parsed({ ...examples.incident, services: ['web'] })).toMatchObject({
      services: ['api', 'web'],
    });
  });
});

describe('a faulty event', () => {
  it.each([
    ['no object', [1], [':not_an_object']],
    ['an unknown type', { type: 'depoyment' }, ['type:unknown_type']],
    ['a missing field', { ...examples.commit, authoredAt: undefined }, ['authoredAt:required']],
    ['a wrong type', { ...examples.commit, parents: 'x' }, ['parents:wrong_type']],
    ['a time that is an object', { ...examples.commit, authoredAt: {} }, ['authoredAt:wrong_type']],
    [
      'a time without an offset',
      { ...examples.commit, authoredAt: '2026-01-01T00:00:00' },
      ['authoredAt:invalid_time'],
    ],
    [
      '30 February',
      { ...examples.commit, authoredAt: '2026-02-30T00:00:00Z' },
      ['authoredAt:invalid_time'],
    ],
    [
      'the year 9999',
      { ...examples.commit, authoredAt: '9999-01-01T00:00:00Z' },
      ['authoredAt:time_out_of_range'],
    ],
    [
      'a time before 1970',
      { ...examples.commit, authoredAt: -1 },
      ['authoredAt:time_out_of_range'],
    ],
    ['1e300', { ...examples.commit, authoredAt: 1e300 }, ['authoredAt:time_out_of_range']],
    ['a short sha', { ...examples.commit, sha: 'abc123' }, ['sha:invalid_sha']],
    [
      '40 characters that are not hexadecimal',
      { ...examples.commit, sha: 'z'.repeat(40) },
      ['sha:invalid_sha'],
    ],
    [
      'a parent that is no sha',
      { ...examples.commit, parents: [SHA.replace('a', 'x')] },
      ['parents[0]:invalid_sha'],
    ],
    ['its own parent', { ...examples.commit, parents: [OTHER, SHA] }, ['parents[1]:own_parent']],
    [
      'a revert of no commit',
      { ...examples.commit, reverts: [OTHER, 'abc1234'] },
      ['reverts[1]:invalid_sha'],
    ],
    [
      'too many reverts',
      { ...examples.commit, reverts: Array(101).fill(OTHER) },
      ['reverts:too_many'],
    ],
    ['an empty name', { ...examples.service, name: '' }, ['name:invalid_text']],
    ['a NUL in a name', { ...examples.service, name: 'a\0b' }, ['name:invalid_text']],
    ['half a surrogate pair', { ...examples.incident, title: '\ud800' }, ['title:invalid_text']],
    ['a name that is too long', { ...examples.service, name: 'x'.repeat(201) }, ['name:too_long']],
    ['too many labels', { ...examples.service, labels: Array(101).fill('x') }, ['labels:too_many']],
    [
      'a commit beside that says nothing of where it lives',
      { ...examples.deployment, commits: [{ sha: OTHER }] },
      ['commits[0].repository:required'],
    ],
    [
      'a commit beside that is abbreviated',
      { ...examples.deployment, commits: [{ repository: 'acme/lib', sha: 'abc1234' }] },
      ['commits[0].sha:invalid_sha'],
    ],
    [
      'too many commits beside',
      { ...examples.deployment, commits: Array(101).fill({ repository: 'acme/lib', sha: OTHER }) },
      ['commits:too_many'],
    ],
    ['an unknown status', { ...examples.deployment, status: 'done' }, ['status:invalid_value']],
    [
      'a finish that is missing',
      { ...examples.deployment, finishedAt: undefined },
      ['finishedAt:finish_missing'],
    ],
    [
      'a link that runs a script',
      { ...examples.deployment, url: 'javascript:alert(1)' },
      ['url:invalid_value'],
    ],
    [
      'nothing to name a deployment by',
      { type: 'deployment', service: 'a', environment: 'p', status: 'in_progress' },
      ['id:required'],
    ],
    [
      'two causes',
      { ...examples.incident, causedBy: { sha: SHA, version: '1' } },
      ['causedBy:cause_ambiguous'],
    ],
    ['a cause that names nothing', { ...examples.incident, causedBy: {} }, ['causedBy:required']],
    ['a verdict that decides nothing', { ...examples.verdict, failed: null }, ['failed:required']],
    ['a verdict in words', { ...examples.verdict, failed: 'yes' }, ['failed:wrong_type']],
    ['a verdict for no reason', { ...examples.verdict, reason: undefined }, ['reason:required']],
    [
      'a verdict whose reason is blank',
      { ...examples.verdict, reason: ' \n' },
      ['reason:invalid_text'],
    ],
    ['a verdict of nobody', { ...examples.verdict, by: '' }, ['by:invalid_text']],
    ['a verdict at no time', { ...examples.verdict, at: 'today' }, ['at:invalid_time']],
    ['feedback that says nothing', { ...examples.feedback, score: undefined }, ['score:required']],
  ])('is told apart: %s', (_, input, expected) => {
    expect(faults(input)).toEqual(expected);
  });

  it('says what, where and how to mend it', () => {
    const result = parseEvent({ ...examples.commit, authoredAt: 'yesterday' }, RECEIVED);
    expect(result).toEqual({
      ok: false,
      faults: [
        {
          path: 'authoredAt',
          code: 'invalid_time',
          message:
            'is not a time: use RFC 3339 with an offset (2026-03-01T12:00:00Z), or unix seconds or milliseconds',
        },
      ],
    });
  });
});

describe('where an event goes', () => {
  it('is one partition key for all that is said of a repository', () => {
    const keys = [
      examples.commit,
      examples.change,
      { ...examples.deployment, repository: 'acme/shop' },
      { ...examples.service, repository: 'https://git.example.com/acme/shop' },
    ].map((input) => partitionKeyOf(parsed(input)));
    expect(new Set(keys)).toEqual(new Set(['acme/shop']));
  });

  it('is the topic of its type', () => {
    expect(Object.values(examples).map((input) => topicOf(parsed(input)))).toEqual([
      'throughline.commits',
      'throughline.commits',
      'throughline.changes',
      'throughline.changes',
      'throughline.deployments',
      'throughline.deployments',
      'throughline.incidents',
      'throughline.catalog',
      'throughline.activity',
      'throughline.activity',
    ]);
  });
});

describe('the version of a fact', () => {
  const version = (input: unknown) => {
    const event = parsed(input);
    return versionOf(event, serialiseEvent(event));
  };

  it('follows updatedAt', () => {
    const earlier = { ...examples.incident, updatedAt: 1_700_000_001 };
    expect(version(examples.incident)).toBeLessThan(version(earlier));
  });

  it('lets the end win over the beginning, and a withdrawal over both, at the same moment', () => {
    const begun = { ...examples.deployment, status: 'in_progress', updatedAt: 1_767_400_000 };
    const ended = { ...examples.deployment, updatedAt: 1_767_400_000 };
    expect(version(begun)).toBeLessThan(version(ended));
    expect(version(ended)).toBeLessThan(version({ ...ended, retracted: true }));
  });

  it('tells two contents at one moment apart, and equal ones not', () => {
    const one = { ...examples.service, updatedAt: 1_700_000_000 };
    expect(version({ ...one })).toBe(version(one));
    expect(version({ ...one, team: 'search' })).not.toBe(version(one));
  });
});

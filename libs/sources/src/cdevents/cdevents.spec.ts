import { describe, expect, it } from '@jest/globals';
import { parseEvent, serialiseEvent } from '@throughline/events';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { cdevents } from './cdevents.js';
import {
  cdEventOf,
  CHANGE_CREATED,
  CHANGE_MERGED,
  DEPLOYED,
  DIGEST,
  IMAGE,
  BUILT,
  PACKAGED,
  PUBLISHED,
  INCIDENT_DETECTED,
  INCIDENT_RESOLVED,
  older,
  ROLLED_BACK,
  RUN_FINISHED,
  RUN_STARTED,
  SHA,
  TASK_FINISHED,
  TICKET_CREATED,
} from './examples.fixture.js';

const said = (payload: unknown, mapping: Mapping = NO_MAPPING) =>
  cdevents.normalise(payload, {}, mapping);

/** The one event that it says, as the log would have it. */
function kept(payload: unknown, mapping?: Mapping) {
  const result = said(payload, mapping);
  if (result.kind !== 'events') throw new Error(result.reason);
  const parsed = parseEvent(result.events[0], 0);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return JSON.parse(serialiseEvent(parsed.event)) as unknown;
}

const NOON = Date.UTC(2026, 2, 1, 12, 0, 0, 500);

describe('a service', () => {
  it('that was deployed is a deployment of its artifact', () => {
    expect(kept(DEPLOYED)).toEqual({
      type: 'deployment',
      source: 'cdevents',
      retracted: false,
      service: 'checkout',
      environment: 'production',
      id: 'event-of-checkout',
      updatedAt: NOON,
      finishedAt: NOON,
      status: 'succeeded',
      kind: 'deploy',
      artifact: expect.stringContaining(DIGEST),
      fixes: [],
      labels: [],
    });
  });

  it('that was rolled back says in customData what CDEvents have no place for', () => {
    expect(kept(ROLLED_BACK)).toMatchObject({
      id: 'rollback-7',
      kind: 'rollback',
      repository: 'acme/shop',
      sha: SHA,
      version: 'v41',
      startedAt: Date.UTC(2026, 2, 1, 11, 58),
      finishedAt: NOON,
      fixes: ['INC-1'],
      labels: ['eu'],
    });
  });

  it('was upgraded is a deployment too', () => {
    const content = { environment: { id: 'production' }, artifactId: IMAGE };
    expect(kept(cdEventOf('service.upgraded.0.3.0', 'checkout', content))).toMatchObject({
      type: 'deployment',
      kind: 'deploy',
      service: 'checkout',
    });
  });

  it.each([
    ['0.3.0', 'dev.cdevents.service.deployed.0.1.1'],
    ['0.4.1', 'dev.cdevents.service.deployed.0.2.0'],
    ['0.6.0-draft', 'dev.cdevents.service.deployed.0.4.0-draft'],
  ])('says the same in version %s', (version, type) => {
    const event = { ...DEPLOYED, context: { ...DEPLOYED.context, type } };
    expect(kept(older(event, version, 'service'))).toEqual(kept(DEPLOYED));
  });

  it.each([
    ['success', 'succeeded'],
    ['failure', 'failed'],
    ['error', 'failed'],
    ['cancel', 'cancelled'],
  ])('with the outcome %s in customData %s', (outcome, status) => {
    expect(kept({ ...DEPLOYED, customData: { outcome } })).toMatchObject({ status });
  });

  it('is not lost for a customData that means something else', () => {
    for (const customData of [
      'c29tZXRoaW5n',
      { version: 3, startedAt: {}, labels: 'x' },
      null,
      7,
    ]) {
      expect(kept({ ...DEPLOYED, customData })).toEqual(kept(DEPLOYED));
    }
  });

  it.each([
    ['removed', /deploys nothing/],
    ['published', /add a rule/],
  ])('that was %s is no deployment', (predicate, reason) => {
    const content = { environment: { id: 'production' } };
    const event = cdEventOf(`service.${predicate}.0.3.0`, 'checkout', content);
    expect(said(event)).toMatchObject({ kind: 'ignored', reason: expect.stringMatching(reason) });
  });

  it('that was published is a deployment where a rule says so', () => {
    const event = cdEventOf('service.published.0.3.0', 'checkout', { environment: { id: 'eu' } });
    const rule = { when: { trigger: ['service.published'] }, environment: 'live', ignore: false };
    expect(kept(event, { ...NO_MAPPING, deployments: [rule] })).toMatchObject({
      service: 'checkout',
      environment: 'live',
    });
  });

  it('may be told by a sender that writes unix milliseconds', () => {
    const context = { ...DEPLOYED.context, timestamp: String(NOON) };
    expect(kept({ ...DEPLOYED, context })).toMatchObject({ finishedAt: NOON });
  });

  it('without an environment is not as CDEvents are', () => {
    expect(said(cdEventOf('service.deployed.0.3.0', 'checkout', {}))).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/^subject\.content\.environment: /),
    });
  });
});

describe('a package URL', () => {
  const deployed = (artifactId: string) =>
    kept({
      ...DEPLOYED,
      subject: { id: 'x', content: { environment: { id: 'e' }, artifactId } },
    });

  it.each([
    [`pkg:golang/git.acme.example/acme/shop@${SHA}`, 'acme/shop'],
    [`pkg:github/acme/shop@${SHA}#cmd/api`, 'acme/shop'],
    [
      `pkg:oci/shop@sha256%3A12?vcs_url=git%2Bhttps://git.acme.example/acme/shop.git%40${SHA}`,
      'acme/shop',
    ],
    [`pkg:oci/shop?tag=1&vcs_url=git+https://git.acme.example/acme/shop@${SHA}`, 'acme/shop'],
  ])('%s names the commit', (artifactId, repository) => {
    expect(deployed(artifactId)).toMatchObject({ sha: SHA, repository });
  });

  it.each(['pkg:golang/a.example/acme/shop@v1.2.3', 'pkg:npm/left-pad@1.0.0', IMAGE, 'shop:1'])(
    '%s names none',
    (artifactId) => {
      const event = deployed(artifactId);
      expect(event).not.toHaveProperty('sha');
      expect(event).not.toHaveProperty('repository');
    },
  );
});

describe('a run', () => {
  const rule = { when: { workflow: ['deploy {service}'] }, environment: 'live', ignore: false };
  const mapping = { ...NO_MAPPING, deployments: [rule] };

  it('is no deployment until a rule says so', () => {
    for (const event of [RUN_STARTED, RUN_FINISHED, TASK_FINISHED]) {
      expect(said(event)).toMatchObject({ kind: 'ignored' });
    }
  });

  it('is one deployment from its start to its end', () => {
    expect(kept(RUN_STARTED, mapping)).toMatchObject({
      service: 'checkout',
      environment: 'live',
      id: 'run-9',
      status: 'in_progress',
      startedAt: NOON,
      url: 'https://ci.acme.example/runs/9',
    });
    expect(kept(RUN_FINISHED, mapping)).toMatchObject({
      service: 'checkout',
      environment: 'live',
      id: 'run-9',
      status: 'failed',
      startedAt: Date.UTC(2026, 2, 1, 11, 50),
      finishedAt: NOON,
      sha: SHA,
      repository: 'acme/shop',
    });
  });

  it('of a task goes by its name', () => {
    const byJob = { when: { job: ['deploy'] }, ignore: false };
    expect(kept(TASK_FINISHED, { ...NO_MAPPING, deployments: [byJob] })).toMatchObject({
      id: 'task-3',
      service: 'web',
      environment: 'production',
      status: 'cancelled',
    });
    const everything = { when: {}, service: ['web'], ignore: false };
    expect(said(TASK_FINISHED, { ...NO_MAPPING, deployments: [everything] })).toMatchObject({
      kind: 'ignored',
    });
  });

  it('that ended in a way nobody knows is ignored', () => {
    const event = cdEventOf('taskrun.finished.0.3.0', 't', { taskName: 'deploy', outcome: 'odd' });
    expect(said(event, mapping)).toMatchObject({ reason: 'the outcome "odd" is not known' });
  });
});

describe('an incident', () => {
  it('that was detected is open', () => {
    expect(kept(INCIDENT_DETECTED)).toMatchObject({
      type: 'incident',
      source: 'cdevents',
      id: 'INC-1',
      services: ['checkout'],
      environment: 'production',
      openedAt: NOON,
      title: 'Checkout answers slowly',
    });
    expect(kept(INCIDENT_DETECTED)).not.toHaveProperty('resolvedAt');
  });

  it('that was reported links to its ticket', () => {
    const event = cdEventOf('incident.reported.0.3.0', 'INC-1', {
      environment: { id: 'production' },
      ticketURI: 'https://tickets.acme.example/1',
    });
    expect(kept(event)).toMatchObject({ openedAt: NOON, url: 'https://tickets.acme.example/1' });
  });

  it('that was resolved is closed, if it says when it began', () => {
    const openedAt = '2026-03-01T11:00:00Z';
    expect(kept({ ...INCIDENT_RESOLVED, customData: { openedAt } })).toMatchObject({
      id: 'INC-1',
      openedAt: Date.UTC(2026, 2, 1, 11),
      resolvedAt: NOON,
    });
  });

  it('that was resolved lacks only its beginning otherwise', () => {
    const result = said(INCIDENT_RESOLVED);
    const [event] = result.kind === 'events' ? result.events : [];
    expect(parseEvent(event, 0)).toMatchObject({
      faults: [{ path: 'openedAt', code: 'required' }],
    });
  });

  it('can be a ticket', () => {
    expect(kept(TICKET_CREATED)).toMatchObject({
      id: 'OPS-5',
      openedAt: NOON,
      labels: ['outage'],
      url: 'https://tickets.acme.example/OPS-5',
    });
    const task = cdEventOf('ticket.created.0.2.0', 'OPS-6', {
      ticketType: 'task',
      labels: ['bug'],
    });
    expect(said(task)).toMatchObject({ kind: 'ignored' });
    const rule = { when: { label: ['bug'] }, service: ['web'], ignore: false };
    expect(kept(task, { ...NO_MAPPING, incidents: [rule] })).toMatchObject({ services: ['web'] });
  });
});

describe('a change', () => {
  it('is opened, and merged if it says when it was opened', () => {
    expect(kept(CHANGE_CREATED)).toMatchObject({
      type: 'change',
      repository: 'acme/shop',
      number: 42,
      openedAt: NOON,
      title: 'Round to the cent',
    });
    expect(kept(CHANGE_MERGED)).toMatchObject({
      repository: 'acme/shop',
      number: 42,
      openedAt: Date.UTC(2026, 1, 27, 9),
      mergedAt: NOON,
      mergeSha: SHA,
    });
  });

  it('that was reviewed is a review, if customData says what it said', () => {
    const reviewed = cdEventOf('change.reviewed.0.3.0', '42', { repository: { id: 'acme/shop' } });
    const customData = { reviewState: 'approved' };
    expect(kept({ ...reviewed, customData })).toMatchObject({
      type: 'review',
      repository: 'acme/shop',
      number: 42,
      id: '/ci/acme event-of-42',
      state: 'approved',
      at: NOON,
      updatedAt: NOON,
    });
    for (const event of [reviewed, { ...reviewed, customData: { reviewState: 'fine' } }]) {
      expect(said(event)).toMatchObject({
        kind: 'ignored',
        reason: expect.stringContaining('customData.reviewState'),
      });
    }
  });

  it.each([SHA, 'a branch', 'mySubject123'])('that is called %s has no number', (id) => {
    const event = cdEventOf('change.created.0.4.0', id, { repository: { id: 'acme/shop' } });
    expect(said(event)).toMatchObject({ kind: 'ignored' });
  });
});

describe('an artifact', () => {
  it.each([
    ['packaged, of its change', PACKAGED, DIGEST],
    ['published, of the commit in customData', PUBLISHED, DIGEST],
    ['built, of the commit in its name', BUILT, SHA],
  ])('that was %s', (_how, event, name) => {
    expect(kept(event)).toMatchObject({
      type: 'artifact',
      artifact: expect.stringContaining(name),
      repository: 'acme/shop',
      sha: SHA,
      builtAt: NOON,
    });
  });

  it('of a change that is no commit is ignored', () => {
    const content = { change: { id: 'pull/7', source: 'git.acme.example/acme/shop' } };
    expect(said(cdEventOf('artifact.packaged.0.3.0', IMAGE, content))).toMatchObject({
      kind: 'ignored',
    });
  });
});

describe('a delivery', () => {
  const envelope = (data: unknown) => ({
    specversion: '1.0',
    id: '1',
    source: '/',
    type: 'x',
    data,
  });

  it('is read bare, as an envelope, and as a list of them', () => {
    expect(said(envelope(DEPLOYED))).toEqual(said(DEPLOYED));
    const data_base64 = Buffer.from(JSON.stringify(DEPLOYED)).toString('base64');
    expect(said({ ...envelope(undefined), data_base64 })).toEqual(said(DEPLOYED));
    expect(said([envelope(DEPLOYED), envelope(CHANGE_CREATED)])).toMatchObject({
      events: [{ type: 'deployment' }, { type: 'change' }],
    });
  });

  it('with one event that is none is refused by its place', () => {
    expect(said([envelope(DEPLOYED), envelope({})])).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/^\[1\] context: /),
    });
  });

  it.each([
    ['dev.cdevents.artifact.signed.0.3.0', 'ignored'],
    ['dev.cdeventsx.tool-thing.made.0.1.0', 'ignored'],
    ['dev.cdevents.service', 'refused'],
    ['com.acme.deployed', 'refused'],
  ])('of the type %s is %s', (type, kind) => {
    const event = { ...DEPLOYED, context: { ...DEPLOYED.context, type } };
    expect(said(event)).toMatchObject({ kind });
  });

  it('is known again by the source and the id of its event', () => {
    const key = cdevents.dedupeKey(DEPLOYED, {});
    expect(cdevents.dedupeKey(envelope(DEPLOYED), {})).toBe(key);
    const other = { ...DEPLOYED, context: { ...DEPLOYED.context, source: '/ci/other' } };
    expect(cdevents.dedupeKey(other, {})).not.toBe(key);
  });
});

import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { AT, BUG, change, DONE, happened } from './jira.fixture.js';
import { jira } from './jira.js';

const read = (payload: object, mapping: Mapping = NO_MAPPING) =>
  jira.normalise(payload, {}, mapping);

const update = (...[fields, changed]: [Parameters<typeof happened>[1], object[]?]) =>
  happened('jira:issue_updated', fields, changed);

describe('an issue of the type Incident', () => {
  it('is an incident, open since it was made', () => {
    expect(read(happened('jira:issue_created'))).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'jira',
          id: 'OPS-12',
          updatedAt: Date.parse('2026-03-01T12:10:00Z'),
          openedAt: '2026-03-01T13:00:00.612+01:00',
          services: ['Checkout API'],
          severity: 'Highest',
          title: 'No order goes through',
          url: 'https://acme.atlassian.net/browse/OPS-12',
          labels: ['payments'],
        },
      ],
    });
  });

  it('is resolved when its status is of the category done', () => {
    expect(read(update(DONE))).toMatchObject({
      events: [{ resolvedAt: '2026-03-01T13:10:00.000+01:00' }],
    });
  });

  it('without a resolution is resolved when the category of its status changed', () => {
    const unresolved = { ...DONE, resolutiondate: null };
    expect(read(update(unresolved))).toMatchObject({
      events: [{ resolvedAt: '2026-03-01T13:00:00.700+01:00' }],
    });
    const onPremises = { ...unresolved, statuscategorychangedate: undefined };
    expect(read(update(onPremises, [change('status', 'Open', 'Done')]))).toMatchObject({
      events: [{ resolvedAt: AT }],
    });
    expect(read(update(onPremises, [change('priority', 'High', 'Highest')]))).toMatchObject({
      kind: 'ignored',
    });
  });

  it('is open when it was reopened, whatever its resolution says', () => {
    expect(read(update({ resolutiondate: DONE.resolutiondate }))).toMatchObject({
      events: [{ resolvedAt: undefined }],
    });
  });

  it('is withdrawn when it is deleted or becomes something else', () => {
    for (const payload of [
      happened('jira:issue_deleted'),
      update({ issuetype: BUG }, [change('issuetype', '[System] Incident', 'Bug')]),
      update({ ...DONE, issuetype: BUG }, [change('issuetype', 'Incident', 'Bug')]),
    ]) {
      const result = read(payload);
      expect(result).toMatchObject({ events: [{ id: 'OPS-12', updatedAt: AT, retracted: true }] });
      expect(result.kind === 'events' && parseEvent(result.events[0], 0).ok).toBe(true);
    }
  });

  it('has another key once it is moved', () => {
    expect(read(update({}, [change('Key', 'SUP-7', 'OPS-12')]))).toMatchObject({
      events: [
        { id: 'OPS-12', openedAt: '2026-03-01T13:00:00.612+01:00' },
        { id: 'SUP-7', retracted: true },
      ],
    });
  });

  it('without components is of the service that its project stands for', () => {
    const services = [{ name: 'checkout', knownAs: ['Operations'] }];
    const issue = happened('jira:issue_created', { components: [] });
    expect(read(issue, { ...NO_MAPPING, services })).toMatchObject({
      events: [{ services: ['checkout'] }],
    });
    expect(read(issue)).toMatchObject({ events: [{ services: ['OPS'] }] });
  });
});

describe('an issue of another type', () => {
  const rules = {
    ...NO_MAPPING,
    incidents: [{ when: { label: ['outage'], project: ['OPS'] }, ignore: false }],
  };

  it('is none, unless a rule says so', () => {
    expect(read(happened('jira:issue_created', { issuetype: BUG }))).toMatchObject({
      kind: 'ignored',
    });
    expect(read(happened('jira:issue_deleted', { issuetype: BUG }))).toMatchObject({
      kind: 'ignored',
    });
    const named = { issuetype: { name: 'Incident review' } };
    expect(read(happened('jira:issue_created', named))).toMatchObject({ kind: 'ignored' });
    const labelled = { issuetype: BUG, labels: ['outage'] };
    expect(read(happened('jira:issue_created', labelled), rules)).toMatchObject({
      events: [{ id: 'OPS-12' }],
    });
  });

  it('is withdrawn when it loses what the rule goes by', () => {
    const unlabelled = update({ issuetype: BUG, labels: [] }, [change('labels', 'a outage', 'a')]);
    expect(read(unlabelled, rules)).toMatchObject({ events: [{ retracted: true }] });
    const other = update({ issuetype: BUG, labels: [] }, [change('labels', 'a b', 'a')]);
    expect(read(other, rules)).toMatchObject({ kind: 'ignored' });
  });
});

describe('a delivery of Jira', () => {
  it('of another event is ignored, and of none refused', () => {
    expect(read(happened('comment_created'))).toMatchObject({ kind: 'ignored' });
    expect(read({})).toMatchObject({ kind: 'refused' });
    expect(read({ webhookEvent: 'jira:issue_created' })).toMatchObject({ kind: 'refused' });
  });

  it('is known by its identifier', () => {
    expect(jira.dedupeKey({}, { 'x-atlassian-webhook-identifier': 'e5f1' })).toBe('e5f1');
  });

  // https://developer.atlassian.com/cloud/jira/platform/webhooks/#securing-your-webhooks
  it('is signed as Atlassian publishes it', () => {
    const secret = "It's a Secret to Everybody";
    const verify = (headers: Readonly<Record<string, string>>, body = 'Hello World!') =>
      jira.verify({ body: Buffer.from(body), headers, receivedAt: 0 }, [secret]).authentic;
    const signature = 'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9';
    expect(verify({ 'x-hub-signature': signature })).toBe(true);
    expect(verify({ 'x-hub-signature': signature }, 'Hello, World!')).toBe(false);
    expect(verify({ 'x-hub-signature': signature.replace('sha256', 'sha1') })).toBe(false);
  });

  it('may show the secret instead, but not beside a wrong signature', () => {
    const delivery = { body: Buffer.from('{}'), headers: {}, urlSecret: 'ours', receivedAt: 0 };
    expect(jira.verify(delivery, ['ours']).authentic).toBe(true);
    const headers = { 'x-hub-signature': 'sha256=' };
    expect(jira.verify({ ...delivery, headers }, ['ours']).authentic).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { EXAMPLES, example } from './examples.fixture.js';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { github } from './github.js';

const BUG = { name: 'bug' };
const INCIDENT = { name: 'Incident' };

function issue(action: string, more: object, beside: object = {}, mapping = NO_MAPPING) {
  const { payload, headers } = example('issues', {
    action,
    issue: {
      number: 7,
      title: 'Checkout is down',
      html_url: 'https://github.com/acme/shop/issues/7',
      state: 'open',
      labels: [BUG, INCIDENT],
      created_at: '2026-03-01T12:00:00Z',
      updated_at: '2026-03-01T13:00:00Z',
      closed_at: null,
      ...more,
    },
    repository: { name: 'shop', full_name: 'acme/shop' },
    ...beside,
  });
  return github.normalise(payload, headers, mapping);
}

describe('an issue with the label of incidents', () => {
  it.each(['opened', 'edited', 'labeled', 'assigned'])('is an open incident: %s', (action) => {
    expect(issue(action, {}, { label: INCIDENT })).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'github',
          id: 'acme/shop#7',
          services: ['shop'],
          updatedAt: '2026-03-01T13:00:00Z',
          openedAt: '2026-03-01T12:00:00Z',
          title: 'Checkout is down',
          url: 'https://github.com/acme/shop/issues/7',
          labels: ['bug', 'Incident'],
        },
      ],
    });
  });

  it('is resolved when it is closed, and open when it is reopened', () => {
    const closed_at = '2026-03-01T14:00:00Z';
    expect(issue('closed', { state: 'closed', closed_at })).toMatchObject({
      events: [{ resolvedAt: closed_at }],
    });
    // As in a published example, the time of closing is still there.
    expect(issue('reopened', { state: 'open', closed_at })).toMatchObject({
      events: [{ resolvedAt: undefined }],
    });
  });

  it.each([
    ['deleted', {}, {}],
    ['transferred', {}, {}],
    ['unlabeled', { labels: [BUG] }, { label: INCIDENT }],
    ['untyped', { labels: [BUG] }, { type: INCIDENT }],
    ['typed', { labels: [BUG], type: BUG }, { type: BUG }],
  ])('is withdrawn when it is %s', (action, more, beside) => {
    const result = issue(action, more, beside);
    expect(result).toMatchObject({ events: [{ id: 'acme/shop#7', retracted: true }] });
    if (result.kind === 'events')
      expect(parseEvent(result.events[0], 0)).toMatchObject({ ok: true });
  });

  it('stays one when it loses another label', () => {
    expect(issue('unlabeled', { labels: [INCIDENT] }, { label: BUG })).toMatchObject({
      events: [{ openedAt: '2026-03-01T12:00:00Z' }],
    });
  });
});

describe('an issue that a rule speaks of', () => {
  const rules: Mapping = {
    ...NO_MAPPING,
    incidents: [
      { when: { label: ['no-incident'] }, ignore: true },
      { when: { title: ['[page] {service}: *'] }, severity: 'sev1', ignore: false },
      { when: { type: ['outage'] }, service: ['web', 'api'], ignore: false },
    ],
  };
  const paged = { labels: [], title: '[page] Checkout: slow' };

  it('is an incident by its title or its type', () => {
    expect(issue('opened', paged, {}, rules)).toMatchObject({
      events: [{ services: ['Checkout'], severity: 'sev1' }],
    });
    const typed = { labels: [], type: { name: 'Outage' } };
    expect(issue('typed', typed, {}, rules)).toMatchObject({
      events: [{ services: ['web', 'api'] }],
    });
  });

  it.each([
    ['is none', 'opened', { labels: [INCIDENT, { name: 'no-incident' }] }, {}, 'ignored'],
    [
      'is none any more, so it is withdrawn',
      'labeled',
      { labels: [INCIDENT, { name: 'no-incident' }] },
      { label: { name: 'no-incident' } },
      'events',
    ],
    [
      'was one by its title before, so it is withdrawn',
      'edited',
      { ...paged, title: 'Checkout: slow' },
      { changes: { title: { from: paged.title } } },
      'events',
    ],
  ])('%s', (_, action, more, beside, kind) => {
    const result = issue(action, more, beside, rules);
    expect(result.kind).toBe(kind);
    if (result.kind === 'events') expect(result.events).toMatchObject([{ retracted: true }]);
  });
});

describe('an issue of another kind', () => {
  it.each([
    ['has another label', issue('opened', { labels: [BUG] })],
    [
      'has a label that only resembles it',
      issue('opened', { labels: [{ name: 'incident-review' }] }),
    ],
    ['has none', issue('opened', { labels: null })],
    ['loses another label', issue('unlabeled', { labels: [] }, { label: BUG })],
    ['is a pull request', issue('labeled', { pull_request: { url: 'https://example.com' } })],
  ])('that %s is ignored', (_, result) => {
    expect(result).toMatchObject({ kind: 'ignored' });
  });

  it('is every issue among the published examples', () => {
    for (const { payload, headers } of EXAMPLES.filter(({ event }) => event === 'issues')) {
      expect(github.normalise(payload, headers, NO_MAPPING)).toMatchObject({ kind: 'ignored' });
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { AT, BUG, change, component, happened, moved } from './jira.fixture.js';
import { jira } from './jira.js';

const read = (payload: object, mapping: Mapping) => jira.normalise(payload, {}, mapping);

const update = (...[fields, changed]: [Parameters<typeof happened>[1], object[]?]) =>
  happened('jira:issue_updated', fields, changed);

describe('an issue that a rule takes for an incident', () => {
  const withRule = (when: Mapping['incidents'][number]['when']) => ({
    ...NO_MAPPING,
    incidents: [{ when, ignore: false }],
  });

  it.each([{ project: ['OPS'] }, { project: ['Operations'] }])(
    'by %j is withdrawn under its old key when it leaves the project',
    (when) => {
      const left = moved({ key: 'DEV-7', project: { key: 'DEV', name: 'Development' } });
      expect(read(left, withRule(when))).toMatchObject({
        events: [{ id: 'OPS-12', updatedAt: AT, retracted: true }],
      });
    },
  );

  it('because of a component is withdrawn when it loses that component', () => {
    const rule = withRule({ service: ['Checkout API'] });
    const left = { issuetype: BUG, components: [{ name: 'Web' }] };
    const lost = update(left, [component('Checkout API', null)]);
    expect(read(lost, rule)).toMatchObject({ events: [{ id: 'OPS-12', retracted: true }] });
    const swapped = update(left, [component(null, 'Web'), component('Checkout API', null)]);
    expect(read(swapped, rule)).toMatchObject({ events: [{ id: 'OPS-12', retracted: true }] });
    const silent = update(left, [{ field: 'Component', fromString: 'Checkout API' }]);
    expect(read(silent, rule)).toMatchObject({ events: [{ id: 'OPS-12', retracted: true }] });
    const other = update(left, [component('Jobs', null)]);
    expect(read(other, rule)).toMatchObject({ kind: 'ignored' });
  });

  it('unless it has a component is withdrawn when it gets that component', () => {
    const incidents = [{ when: { service: ['Web'] }, ignore: true }];
    const got = update({ components: [{ name: 'Web' }] }, [component(null, 'Web')]);
    expect(read(got, { ...NO_MAPPING, incidents })).toMatchObject({
      events: [{ id: 'OPS-12', retracted: true }],
    });
  });

  it('because of its title or its priority is withdrawn when that changes', () => {
    const renamed = update({ issuetype: BUG, summary: 'Orders are slow' }, [
      change('summary', 'Outage: no order goes through', 'Orders are slow'),
    ]);
    expect(read(renamed, withRule({ title: ['outage:*'] }))).toMatchObject({
      events: [{ id: 'OPS-12', retracted: true }],
    });
    const lowered = update({ issuetype: BUG, priority: { id: '5', name: 'Lowest' } }, [
      change('priority', 'Highest', 'Lowest'),
    ]);
    expect(read(lowered, withRule({ priority: ['Highest'] }))).toMatchObject({
      events: [{ id: 'OPS-12', retracted: true }],
    });
  });
});

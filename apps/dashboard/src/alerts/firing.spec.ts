import { describe, expect, it } from '@jest/globals';
import { alertItem } from './alert.fixture.js';
import { firingFirst } from './firing.js';

const ids = (alerts: Parameters<typeof firingFirst>[0]) =>
  firingFirst(alerts).map(({ alert, parts }) => [alert.id, ...parts.map(({ id }) => id)].join(' '));

describe('what fires', () => {
  it('has what wakes somebody before what can wait, each newest first', () => {
    const alerts = [
      alertItem({ id: 'new' }),
      alertItem({ id: 'page', severity: 'page' }),
      alertItem({ id: 'old' }),
      alertItem({ id: 'older page', severity: 'page' }),
    ];
    expect(ids(alerts)).toEqual(['page', 'older page', 'new', 'old']);
  });

  it('has parts of a common cause under it, whatever their severity', () => {
    const alerts = [
      alertItem({ id: 'part', severity: 'page', parentId: 'cause' }),
      alertItem({ id: 'cause', kind: 'common-cause', children: 2 }),
      alertItem({ id: 'other', parentId: 'cause' }),
    ];
    expect(ids(alerts)).toEqual(['cause part other']);
  });

  it('has a part whose common cause is not shown by itself', () => {
    expect(ids([alertItem({ id: 'part', parentId: 'cause of another team' })])).toEqual(['part']);
  });
});

import { expect, it } from '@jest/globals';
import type { Alert } from '@throughline/dora';
import { alertOf, DAY, HOUR, MINUTE, NOON } from '../alert.fixture.js';
import { groupByCause, isOver } from './common-cause.js';

const failing = (service: string, startedAt: number, more: Partial<Alert> = {}): Alert =>
  alertOf({
    ...{ id: `of-${service}`, subject: { service, environment: 'production' } },
    ...{ startedAt, lastEventAt: startedAt, openedAt: startedAt, ...more },
  });

const BAD_DAY = ['api', 'web', 'search'].map((service, index) =>
  failing(service, NOON + index * 10 * MINUTE),
);

it('takes three services that begin to fail within an hour for one cause', () => {
  const grouping = groupByCause(BAD_DAY, NOON + HOUR);
  expect(grouping).toMatchObject({
    isNew: true,
    parent: {
      kind: 'common-cause',
      state: 'firing',
      startedAt: NOON,
      title: '3 services in production began to fail within 20 minutes: a common cause is likely',
    },
  });
  expect(grouping?.joining.map(({ id }) => id)).toEqual(['of-api', 'of-web', 'of-search']);
});

it.each([
  ['two services', BAD_DAY.slice(0, 2)],
  ['three over more than an hour', [...BAD_DAY.slice(0, 2), failing('far', NOON + 61 * MINUTE)]],
  [
    'three rules about one service',
    ['one', 'two', 'three'].map((id) => failing('api', NOON, { id, rule: id })),
  ],
  [
    'what is older than a day when it is seen',
    BAD_DAY.map((alert) => ({ ...alert, openedAt: NOON + 2 * DAY })),
  ],
  ['alerts of other kinds', BAD_DAY.map((alert): Alert => ({ ...alert, kind: 'open-failure' }))],
])('does not take %s for one', (_name, firing) => {
  expect(groupByCause(firing, NOON + 2 * HOUR)).toBeUndefined();
});

it('lets whoever fails soon after join, and nobody who does so much later', () => {
  const parent = groupByCause(BAD_DAY, NOON + HOUR)?.parent as Alert;
  const parts = BAD_DAY.map((alert) => ({ ...alert, parentId: parent.id }));
  const soon = failing('mobile', NOON + 75 * MINUTE);
  const late = failing('billing', NOON + 5 * HOUR);
  const grouping = groupByCause([parent, ...parts, soon, late], NOON + 6 * HOUR);
  expect(grouping).toMatchObject({ isNew: false, parent: { id: parent.id, revision: 2 } });
  expect(grouping?.joining.map(({ id }) => id)).toEqual(['of-mobile']);
  expect(grouping?.parent.title).toMatch(/^4 services /);
  expect(groupByCause([parent, ...parts, late], NOON + 6 * HOUR)).toBeUndefined();
});

it('is the same alert whoever decides it, whenever and from whatever order', () => {
  const one = groupByCause(BAD_DAY, NOON + HOUR)?.parent.id;
  const other = groupByCause([...BAD_DAY].reverse(), NOON + 2 * HOUR)?.parent.id;
  expect(one).toBe(other);
});

it('is over with the last of its parts', () => {
  const [first, ...rest] = BAD_DAY;
  expect(isOver(BAD_DAY)).toBe(false);
  expect(isOver([{ ...first, state: 'resolved' } as Alert, ...rest])).toBe(false);
  expect(isOver(BAD_DAY.map((alert): Alert => ({ ...alert, state: 'resolved' })))).toBe(true);
});

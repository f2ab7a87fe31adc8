import { describe, expect, it } from '@jest/globals';
import type { Acknowledgement, Alert } from '@throughline/dora';
import fc from 'fast-check';
import { alertOf, DAY, findingOf, HOUR, MINUTE, NOON } from '../alert.fixture.js';
import type { Episode, Looked } from '../looking/looked.js';
import { type Decided, reconcile } from './reconcile.js';

const SUBJECT = { service: 'api', environment: 'production' };

function lookedAt(episodes: readonly Episode[], more: Partial<Looked> = {}): Looked {
  return {
    rule: 'change-failures',
    kind: 'change-failure-spike',
    subject: SUBJECT,
    episodes,
    ...more,
  };
}

const open = (more: Parameters<typeof findingOf>[0] = {}): Episode => ({
  finding: findingOf(more),
});

const over = (startedAt: number, endedAt: number): Episode => ({
  finding: findingOf({ startedAt, lastEventAt: startedAt }),
  endedAt,
  resolution: 'recovered',
});

function decide(
  looked: Looked,
  known: readonly Alert[] = [],
  acknowledged: readonly Acknowledgement[] = [],
  now = NOON + MINUTE,
) {
  const acknowledgements = new Map(known.map(({ id }) => [id, acknowledged]));
  const wrapped = known.map((alert) => ({ alert }));
  return reconcile(looked, wrapped, acknowledgements, { team: 'payments' }, now);
}

/** The alerts as they are once decisions are kept. */
function kept(known: readonly Alert[], decided: readonly Decided[]): readonly Alert[] {
  const byId = new Map(known.map((alert) => [alert.id, alert]));
  for (const { alert } of decided) byId.set(alert.id, alert);
  return [...byId.values()];
}

describe('an episode that nobody knew of', () => {
  it('opens an alert with whose it is', () => {
    const [decided] = decide(lookedAt([open()]));
    expect(decided).toMatchObject({
      alert: { state: 'firing', team: 'payments', openedAt: NOON + MINUTE, startedAt: NOON },
      actions: ['opened'],
    });
  });

  it('is told of with its end where it is over already', () => {
    const [decided] = decide(lookedAt([over(NOON - HOUR, NOON)]));
    expect(decided).toMatchObject({
      alert: { state: 'resolved', resolvedAt: NOON, resolution: 'recovered' },
      actions: ['opened', 'resolved'],
    });
  });

  it('is the same alert for whoever decides it', () => {
    const [one] = decide(lookedAt([open()]));
    const [other] = decide(lookedAt([open({ title: 'told in other words' })]), [], [], NOON + HOUR);
    expect(one?.alert.id).toBe(other?.alert.id);
  });
});

describe('an alert that fires', () => {
  it('leads to nothing while nothing changes', () => {
    const known = kept([], decide(lookedAt([open()])));
    expect(decide(lookedAt([open()]), known, [], NOON + DAY)).toEqual([]);
  });

  it('takes in what it rests on by now, and tells nobody of that', () => {
    const known = [alertOf()];
    const [decided] = decide(lookedAt([open({ title: '5 of the last 7' })]), known);
    expect(decided).toMatchObject({
      alert: { id: 'a1', title: '5 of the last 7', revision: 2 },
      actions: [],
    });
  });

  it('goes on when late facts show that it began earlier or later', () => {
    for (const startedAt of [NOON - HOUR, NOON + HOUR]) {
      const decided = decide(lookedAt([open({ startedAt, lastEventAt: NOON + HOUR })]), [
        alertOf(),
      ]);
      expect(decided).toMatchObject([{ alert: { id: 'a1', startedAt: NOON }, actions: [] }]);
    }
  });

  it('becomes a page once, and stays one', () => {
    const page = lookedAt([open({ severity: 'page' })]);
    const known = [alertOf()];
    const first = decide(page, known);
    expect(first).toMatchObject([
      { alert: { severity: 'page', escalatedAt: NOON + MINUTE }, actions: ['escalated'] },
    ]);
    const after = kept(known, first);
    expect(decide(page, after)).toEqual([]);
    expect(decide(lookedAt([open()]), after)).toEqual([]);
  });

  it('ends with its episode', () => {
    const [decided] = decide(lookedAt([over(NOON, NOON + HOUR)]), [alertOf()]);
    expect(decided).toMatchObject({
      alert: { state: 'resolved', resolvedAt: NOON + HOUR, resolution: 'recovered' },
      actions: ['resolved'],
    });
  });

  it('ends, and another begins, where its episode is over and another is open', () => {
    const episodes = [over(NOON, NOON + HOUR), open({ startedAt: NOON + 2 * HOUR })];
    const decided = decide(lookedAt(episodes), [alertOf()]);
    expect(decided.map(({ alert: { id }, actions }) => [id === 'a1', actions])).toEqual([
      [true, ['resolved']],
      [false, ['opened']],
    ]);
  });

  it('is taken back where the facts no longer show it', () => {
    expect(decide(lookedAt([]), [alertOf()])).toMatchObject([
      { alert: { state: 'resolved', resolution: 'corrected' }, actions: ['resolved'] },
    ]);
  });

  it('goes on while it cannot be told whether its rule holds', () => {
    expect(decide(lookedAt([], { undecided: true }), [alertOf()])).toEqual([]);
  });

  it('is taken on by the first who says so', () => {
    const said = (by: string, newNormal = false) => ({ by, at: NOON, newNormal });
    const [decided] = decide(lookedAt([open()]), [alertOf()], [said('Ada'), said('Ben')]);
    expect(decided).toMatchObject({
      alert: { acknowledged: { by: 'Ada' }, state: 'firing' },
      actions: ['acknowledged'],
    });
    expect(decide(lookedAt([]), [alertOf()], [said('Ada', true)])).toMatchObject([
      { alert: { resolution: 'new_normal' }, actions: ['acknowledged', 'resolved'] },
    ]);
  });
});

describe('what is over', () => {
  const resolved = alertOf({ state: 'resolved', resolvedAt: NOON + HOUR, resolution: 'recovered' });

  it('is not told of again', () => {
    expect(decide(lookedAt([over(NOON, NOON + HOUR)]), [resolved])).toEqual([]);
    expect(decide(lookedAt([over(NOON - HOUR, NOON + 2 * HOUR)]), [resolved])).toEqual([]);
  });

  it('is another alert where it goes on after all', () => {
    const [decided] = decide(lookedAt([open()]), [resolved], [], NOON + 2 * HOUR);
    expect(decided).toMatchObject({ alert: { state: 'firing' }, actions: ['opened'] });
    expect(decided?.alert.id).not.toBe('a1');
  });
});

it('tells of history once something happens that is none', () => {
  const old = NOON - 3 * DAY;
  const [first] = decide(lookedAt([open({ startedAt: old, lastEventAt: old })]), [], [], NOON);
  const known = kept([], first === undefined ? [] : [first]);
  const again = open({ startedAt: old, lastEventAt: NOON + HOUR });
  const decided = decide(lookedAt([again]), known, [], NOON + HOUR);
  expect(decided).toMatchObject([{ alert: { openedAt: NOON + HOUR }, actions: ['opened'] }]);
  expect(decide(lookedAt([again]), kept(known, decided), [], NOON + DAY)).toEqual([]);
});

it('tells of every episode once, however often and in whatever pieces it is looked at', () => {
  const hours = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(hours, fc.array(fc.nat({ max: 300 }), { maxLength: 30 }), (lengths, looks) => {
      let at = NOON;
      const spans = lengths.map((length) => {
        const startedAt = at + HOUR;
        at = startedAt + length * HOUR;
        return { startedAt, endedAt: at };
      });
      let known: readonly Alert[] = [];
      const told: string[] = [];
      for (const now of [...looks.map((hour) => NOON + hour * HOUR).sort((a, b) => a - b), at]) {
        const episodes = spans
          .filter(({ startedAt }) => startedAt <= now)
          .map(({ startedAt, endedAt }) =>
            endedAt <= now ? over(startedAt, endedAt) : open({ startedAt, lastEventAt: startedAt }),
          );
        for (let twice = 0; twice < 2; twice += 1) {
          const decided = decide(lookedAt(episodes), known, [], now);
          known = kept(known, decided);
          told.push(
            ...decided.flatMap(({ alert, actions }) =>
              actions.map((action) => `${alert.startedAt} ${action}`),
            ),
          );
        }
      }
      expect(told.sort()).toEqual(
        spans.flatMap(({ startedAt }) => [`${startedAt} opened`, `${startedAt} resolved`]).sort(),
      );
    }),
  );
});

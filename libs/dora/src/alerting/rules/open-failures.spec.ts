import { describe, expect, it } from '@jest/globals';
import { DAY, deployment, HOUR, march } from '../../facts/facts.fixture.js';
import { judged } from '../../failures/evidence.fixture.js';
import { nextOverdueAt, overdueFailureFinding, overdueFailures } from './open-failures.js';

const SUBJECT = { service: 'api', environment: 'production' };

/** A deployment that failed, and the one that fixed it some hours later. */
function failure(id: string, finishedAt: number, recoveredAfterHours?: number) {
  const failed = deployment({ id, finishedAt, status: 'failed' });
  if (recoveredAfterHours === undefined) return [failed];
  const fixedAt = finishedAt + recoveredAfterHours * HOUR;
  return [failed, deployment({ id: `${id}-fix`, finishedAt: fixedAt, fixes: [id] })];
}

/** Ten failures of ten days, recovered after 10 to 1 hours: nine of ten within 9 hours. */
const TEN = Array.from({ length: 10 }, (_, index) =>
  failure(`f${index}`, march(1) + index * DAY, 10 - index),
).flat();

const overdue = (facts: ReturnType<typeof failure>, asOf: number) =>
  overdueFailures(judged({ deployments: facts }), asOf).map(
    ({ outcome, dueAt, usualSeconds, isOwn, endedAt, resolution }) => ({
      ...{ id: outcome.id, dueAt, hours: usualSeconds / 3600, isOwn },
      ...{ endedAt, resolution },
    }),
  );

describe('a failure that is still open', () => {
  const failedAt = march(20);
  const facts = [...TEN, ...failure('open', failedAt)];

  it('is overdue once nine of ten before it had recovered', () => {
    expect(overdue(facts, failedAt + 9 * HOUR - 1).filter(({ id }) => id === 'open')).toEqual([]);
    expect(overdue(facts, failedAt + 9 * HOUR).at(-1)).toMatchObject({
      ...{ id: 'open', dueAt: failedAt + 9 * HOUR, hours: 9, isOwn: true },
      endedAt: undefined,
    });
  });

  it('is looked at again when it becomes overdue, and when it is given up', () => {
    const of = judged({ deployments: facts });
    expect(nextOverdueAt(of, failedAt)).toBe(failedAt + 9 * HOUR);
    expect(nextOverdueAt(of, failedAt + 9 * HOUR)).toBe(failedAt + 14 * DAY);
    expect(nextOverdueAt(of, failedAt + 14 * DAY)).toBeUndefined();
  });

  it('is given up after fourteen days, when most likely nobody told of its end', () => {
    expect(overdue(facts, failedAt + 20 * DAY).at(-1)).toMatchObject({
      ...{ endedAt: failedAt + 14 * DAY, resolution: 'quiet' },
    });
  });

  it('is allowed a day where too few had recovered before', () => {
    const few = [...TEN.slice(0, 8), ...failure('open', failedAt)];
    expect(overdue(few, failedAt + 2 * DAY)).toMatchObject([
      { id: 'open', hours: 24, isOwn: false },
    ]);
  });

  it('is held against the hundred before it: how long failures take now', () => {
    const slow = Array.from({ length: 30 }, (_, day) =>
      failure(`s${day}`, march(1) + day * DAY, 10),
    );
    const quick = (days: number) =>
      Array.from({ length: days }, (_, day) => failure(`q${day}`, march(31) + day * DAY, 1));
    const after = (days: number) => {
      const last = failure('open', march(31) + days * DAY);
      return overdue([...slow, ...quick(days), last].flat(), march(31) + (days + 1) * DAY).at(-1);
    };
    // Of the last hundred eleven took ten hours: more than a tenth. Of the next hundred ten.
    expect(after(89)).toMatchObject({ id: 'open', hours: 10 });
    expect(after(90)).toMatchObject({ id: 'open', hours: 1 });
  });

  it('counts what is open among those before as lasting longer', () => {
    const two = [...facts, ...failure('second', failedAt + HOUR)];
    // With one of eleven open, nine of ten had recovered only after ten hours.
    expect(overdue(two, failedAt + DAY).find(({ id }) => id === 'second')?.hours).toBe(10);
  });
});

describe('a failure that is given up before it can be overdue', () => {
  /** Twelve failures, each recovered after sixteen days. */
  const slow = Array.from({ length: 12 }, (_, index) =>
    failure(`s${index}`, march(1) + index * DAY, 16 * 24),
  ).flat();

  it('never becomes overdue, and nobody looks when it would', () => {
    const failedAt = march(1) + 60 * DAY;
    const facts = [...slow, ...failure('open', failedAt)];
    expect(overdue(facts, failedAt + 40 * DAY).filter(({ id }) => id === 'open')).toEqual([]);
    expect(nextOverdueAt(judged({ deployments: facts }), failedAt)).toBeUndefined();
  });
});

describe('a failure that has recovered', () => {
  it('was never overdue where it recovered in time', () => {
    expect(overdue([...TEN, ...failure('quick', march(20), 9)], march(25))).toEqual([]);
  });

  it('was overdue until it recovered, also for whoever looks later', () => {
    const facts = [...TEN, ...failure('slow', march(20), 12)];
    const episode = { dueAt: march(20) + 9 * HOUR, endedAt: march(20) + 12 * HOUR };
    expect(overdue(facts, march(25))).toMatchObject([{ ...episode, resolution: 'recovered' }]);
    expect(overdue(facts, march(20) + 10 * HOUR)).toMatchObject([
      { dueAt: episode.dueAt, endedAt: undefined },
    ]);
  });
});

it('is told with what is usual', () => {
  const [one] = overdueFailures(
    judged({ deployments: [...TEN, ...failure('open', march(20))] }),
    march(21),
  );
  const finding = one && overdueFailureFinding(one, SUBJECT, 'page');
  expect(finding).toMatchObject({
    severity: 'page',
    title: 'api in production: deployment open failed and is still open after 9 h',
    startedAt: march(20) + 9 * HOUR,
  });
  expect(finding?.explanation[0]).toContain('Nothing has recovered it');
  expect(finding?.explanation[1]).toContain('Nine of ten failures of this service had recovered');
});

it('is told as recovered once it has', () => {
  const facts = [...TEN, ...failure('slow', march(20), 12)];
  const [one] = overdueFailures(judged({ deployments: facts }), march(25));
  const finding = one && overdueFailureFinding(one, SUBJECT, 'page');
  expect(finding?.title).toBe('api in production: deployment slow failed and recovered after 12 h');
  expect(finding?.explanation[0]).toContain('It recovered at 2026-03-20 12:00 UTC.');
});

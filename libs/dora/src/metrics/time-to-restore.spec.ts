import { describe, expect, it } from '@jest/globals';
import type { Definition, RestoreDefinition } from '../definitions/definition.js';
import { DORA, FOURKEYS, GITLAB } from '../definitions/definitions.js';
import { DAY, HOUR, incident, march, MINUTE } from '../facts/facts.fixture.js';
import type { Incident } from '../facts/facts.js';
import { restoreEntries, timeToRestore } from './time-to-restore.js';

const NOW = march(11);
const uncaused = () => undefined;

const entries = (
  incidents: readonly Incident[],
  restore: RestoreDefinition = DORA.restore,
  causedAt: (one: Incident) => number | undefined = uncaused,
) => restoreEntries(incidents, restore, causedAt);

const restored = (
  incidents: readonly Incident[],
  definition: Definition = DORA,
  timezone = 'UTC',
) => timeToRestore(entries(incidents, definition.restore), NOW, definition, timezone);

const lasting = (id: string, milliseconds: number, openedAt = march(1)) =>
  incident({ id, openedAt, resolvedAt: openedAt + milliseconds });

describe('time to restore', () => {
  it('of 1 h and 3 h and one still open: p50 at index floor(0.5·2) = 1, mean 4 h / 2', () => {
    const incidents = [lasting('long', 3 * HOUR), incident({ id: 'open' }), lasting('short', HOUR)];
    expect(restored(incidents)).toEqual({
      incidents: 3,
      resolved: 2,
      open: 1,
      p50: 10_800,
      p75: 10_800,
      p90: 10_800,
      mean: 7200,
      // 1 h, 3 h, and 10 days not over: the curve falls to 2/3 and 1/3.
      kaplanMeier: expect.objectContaining({
        n: 3,
        ended: 2,
        open: 1,
        p50: 10_800,
        p75: null,
        p90: null,
      }),
    });
  });

  it('is not known while everything is open', () => {
    expect(restored([incident({ id: 'open' })])).toMatchObject({ open: 1, p50: null });
  });

  it('has no time where the clocks contradict each other: resolved, but after how long?', () => {
    const contradictory = [lasting('backwards', -HOUR), lasting('sound', HOUR)];
    expect(entries(contradictory)).toMatchObject([
      { rule: 'resolved_before_opened', numerator: true, denominator: true },
      { rule: 'resolved', seconds: 3600 },
    ]);
    expect(restored(contradictory)).toMatchObject({
      incidents: 2,
      resolved: 2,
      open: 0,
      mean: 3600,
      kaplanMeier: { n: 1 },
    });
  });

  it('of what was over at once is 0, not unknown', () => {
    expect(restored([lasting('blip', 0)])).toMatchObject({ resolved: 1, p50: 0, mean: 0 });
  });
});

describe('from its cause on, as Four Keys has it', () => {
  const opened = lasting('INC', 3 * HOUR, march(2));
  const seconds = (causedAt: number | undefined) =>
    entries([opened], FOURKEYS.restore, () => causedAt)[0];

  it('the clock starts with the deployment where that is earlier', () => {
    expect(seconds(march(2) - 2 * HOUR)).toMatchObject({
      seconds: 5 * 3600,
      subject: { startedAt: march(2) - 2 * HOUR },
    });
  });

  it('it starts as it opened where its cause came later or is not known', () => {
    expect(seconds(march(2) + HOUR)?.seconds).toBe(3 * 3600);
    expect(seconds(undefined)?.seconds).toBe(3 * 3600);
  });

  it('other definitions do not ask', () => {
    expect(entries([opened], DORA.restore, () => march(1))[0]?.seconds).toBe(3 * 3600);
  });

  it('whole hours count: 59 minutes are none', () => {
    const cut = (milliseconds: number) =>
      entries([lasting('INC', milliseconds)], FOURKEYS.restore)[0];
    expect(cut(59 * MINUTE)?.seconds).toBe(0);
    expect(cut(3 * HOUR - 1)?.seconds).toBe(2 * 3600);
    expect(cut(3 * HOUR)?.seconds).toBe(3 * 3600);
  });

  it('a cause makes sense of what was resolved before it opened', () => {
    const backwards = lasting('INC', -HOUR, march(2));
    expect(entries([backwards], FOURKEYS.restore, () => march(2) - 2 * HOUR)).toMatchObject([
      { rule: 'resolved', seconds: 3600 },
    ]);
  });
});

describe('the median of daily medians, as GitLab has it', () => {
  it('weighs a day with one like a day with three', () => {
    // On the 2nd 1, 2 and 3 h: 2 h. On the 3rd 10 h. Between 2 and 10: 6 h; of all four it is 2.5 h.
    const incidents = [
      lasting('a', HOUR, march(2)),
      lasting('b', 2 * HOUR, march(2)),
      lasting('c', 3 * HOUR, march(2)),
      lasting('d', 10 * HOUR, march(3)),
    ];
    expect(restored(incidents, GITLAB)).toMatchObject({ incidents: 4, p50: 6 * 3600 });
    const ofAll = { ...GITLAB, restore: { ...GITLAB.restore, aggregate: 'all' as const } };
    expect(restored(incidents, ofAll).p50).toBe(2.5 * 3600);
    // How long they last is not a matter of days.
    expect(restored(incidents, GITLAB).kaplanMeier).toMatchObject({ n: 4, p50: 2 * 3600 });
  });

  it('is by the local day of the resolution', () => {
    // Resolved at 23:30 and 00:30 UTC: two days there, one in Berlin.
    const midnight = [
      lasting('a', HOUR, march(2) - 90 * MINUTE),
      lasting('b', 3 * HOUR, march(2) - 150 * MINUTE),
      lasting('c', 7 * HOUR, march(2) - 390 * MINUTE),
    ];
    // UTC: {1 h} and {3 h, 7 h}, so 1 h and 5 h, and nine tenths of the way 4.6 h. Berlin: {1, 3, 7}.
    expect(restored(midnight, GITLAB, 'UTC').p90).toBe(4.6 * 3600);
    expect(restored(midnight, GITLAB, 'Europe/Berlin').p90).toBe(3 * 3600);
  });

  it('is by service and environment too', () => {
    const where = [
      { ...lasting('a', HOUR), services: ['api'] },
      { ...lasting('b', HOUR), services: ['api'] },
      { ...lasting('c', 3 * HOUR), services: ['web'] },
      { ...lasting('d', 5 * HOUR), services: ['web'], environment: 'eu' },
    ];
    // {1, 1}, {3}, {5}: the median is 3 h.
    expect(restored(where, GITLAB).p50).toBe(3 * 3600);
  });

  it('has nothing of what is open', () => {
    expect(restored([incident({ id: 'open', openedAt: NOW - DAY })], GITLAB).p50).toBeNull();
  });
});

describe('an open incident', () => {
  it('has lasted until now', () => {
    const incidents = [
      lasting('over', 2 * DAY, march(1)),
      incident({ id: 'open', openedAt: march(8) }),
    ];
    const p75 = (asOf: number) =>
      timeToRestore(entries(incidents), asOf, DORA, 'UTC').kaplanMeier.p75;
    // Seen for a day, it was gone from the curve before the other ended, after which nothing was left.
    expect(p75(march(9))).toBe((2 * DAY) / 1000);
    // Seen for three, it is the half that lasts longer.
    expect(p75(march(11))).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, march } from '../facts/facts.fixture.js';
import type { Outcome } from './outcome.js';
import { spikeEpisodes, type SpikeSettings } from './spike-episodes.js';
import { outcomes, SETTINGS } from './spikes.fixture.js';

const APART = 4 * DAY;
const at = (index: number) => march(1) + index * APART;

/** Without a fleet to learn from. */
const ANYBODY: SpikeSettings = { calibrations: [], falseAlarmsPerYear: 1 };

const episodes = (
  given: readonly Outcome[],
  stated: Partial<SpikeSettings> = {},
  asOf?: number,
) => {
  const last = Math.max(...given.map(({ finishedAt, failedAt }) => failedAt ?? finishedAt));
  return spikeEpisodes(given, { ...SETTINGS, ...stated }, asOf ?? last).episodes;
};

describe('an episode of failures', () => {
  const three = outcomes('ooooooooxxx');
  const failingLater = (id: string, failedAt: number) =>
    three.map((one) => (one.id === id ? { ...one, failedAt } : one));

  it('opens with the event that the score reaches its threshold with', () => {
    expect(episodes(outcomes('ooooooooxxo'))).toEqual([]);
    expect(episodes(three)).toMatchObject([
      {
        startedAt: at(10),
        endedAt: undefined,
        resolution: undefined,
        design: { usual: 0.1, points: 4, threshold: 11 },
        score: 11,
        run: { since: at(8), deployments: 3, failed: 3 },
      },
    ]);
  });

  it('is shown deployment by deployment, with what each did to the score', () => {
    const shown = (index: number, points: number, scoreAfter: number) => ({
      ...three[index],
      failed: true,
      points,
      scoreAfter,
    });
    expect(episodes(three)[0]?.strip).toEqual([shown(8, 4, 4), shown(9, 4, 8), shown(10, 3, 11)]);
  });

  it('shows the newest 20 of a long run, and counts all of it', () => {
    const [episode] = episodes(outcomes(`ooooooooxxx${'xo'.repeat(10)}`));
    expect(episode?.strip).toHaveLength(20);
    expect(episode?.run).toEqual({ since: at(8), deployments: 23, failed: 13 });
  });

  it('opens when the label came, not when the deployment finished', () => {
    const knownAt = at(10) + 30 * HOUR;
    const [episode] = episodes(failingLater('d0009', knownAt));
    expect(episode).toMatchObject({ startedAt: knownAt, lastFailureAt: knownAt });
    // And is then what it would have been had the label been there at once.
    const [onTime] = episodes(three);
    const { design, run, score, baseline } = onTime ?? {};
    expect(episode).toMatchObject({ design, run, score, baseline });
  });

  it('begins with what had long been taken for clean', () => {
    const knownAt = at(10) + HOUR;
    const [episode] = episodes(failingLater('d0008', knownAt));
    expect(episode).toMatchObject({ startedAt: knownAt, run: { since: at(8), failed: 3 } });
  });

  it('takes from the score only the share that has had time to show itself', () => {
    // Two hours after a deployment 32 % of the failures are known: 0.3 of a point.
    const clean = { id: 'y', finishedAt: at(9) + HOUR, reasons: [] };
    const failedAt = at(9) + 3 * HOUR;
    const last: Outcome = { id: 'z', finishedAt: failedAt, failedAt, reasons: ['status'] };
    const [episode] = episodes([...outcomes('ooooooooxx'), clean, last]);
    expect(episode?.strip.map(({ points }) => points)).toEqual([4, 4, -0.3, 3.3]);
  });
});

describe('an episode ends', () => {
  // By the end the newest has taken nothing yet, the one before it 0.9, and every other 1.
  const apart = 36 * HOUR;
  const endOf = (signs: string) => episodes(outcomes(signs, apart))[0];

  it('when the score is down to half of its threshold', () => {
    expect(endOf('ooooooooxxxoooooo')).toMatchObject({ score: 6.1, endedAt: undefined });
    expect(endOf('ooooooooxxxooooooo')).toMatchObject({
      endedAt: march(1) + 17 * apart,
      resolution: 'recovered',
    });
  });

  it('as soon after many failures as after just enough', () => {
    expect(endOf('ooooooooxxxxxxxxxxxxxxxoooooo')).toMatchObject({
      score: 6.1,
      endedAt: undefined,
    });
    expect(endOf('ooooooooxxxxxxxxxxxxxxxooooooo')).toMatchObject({ resolution: 'recovered' });
  });

  it('when no failure became known for 14 days, though nothing else happened', () => {
    const given = outcomes('ooooooooxxx');
    const quietAt = at(10) + 14 * DAY;
    expect(episodes(given, {}, quietAt - 1)[0]?.endedAt).toBeUndefined();
    expect(episodes(given, {}, quietAt)).toMatchObject([{ endedAt: quietAt, resolution: 'quiet' }]);
    expect(episodes(given, {}, quietAt + 99 * DAY)[0]?.endedAt).toBe(quietAt);
  });

  it('and what comes after begins from nothing', () => {
    const given = outcomes('ooooooooxxxoooooxx');
    expect(episodes(given)).toMatchObject([{ resolution: 'quiet' }]);
  });

  it('and is from then on shown as it was at its worst', () => {
    const [going] = episodes(outcomes('ooooooooxxx'));
    const [over] = episodes(outcomes('ooooooooxxxoooooooooo'));
    expect(over).toMatchObject({ strip: going?.strip, score: going?.score, run: going?.run });
  });
});

describe('what is usual', () => {
  it('is learnt from 90 days, without the newest 7', () => {
    const { baseline } =
      episodes(outcomes(`${'x'.repeat(10)}${'o'.repeat(100)}xxxx`, DAY), ANYBODY).at(-1) ?? {};
    const since = march(1) + 110 * DAY;
    expect(baseline).toMatchObject({
      since: since - 90 * DAY,
      until: since - 7 * DAY,
      deployments: 84,
      failed: 0,
    });
  });

  it('stays what it was before the failures began, however long they go on', () => {
    const [begun] = episodes(outcomes(`${'o'.repeat(100)}xxxx`, DAY), ANYBODY);
    const [lasted] = episodes(outcomes(`${'o'.repeat(100)}${'x'.repeat(200)}`, DAY), ANYBODY);
    expect(lasted).toMatchObject({ baseline: begun?.baseline, design: begun?.design });
    expect(lasted?.endedAt).toBeUndefined();
  });

  it('takes more failures of a service that is deployed more often to be an alert', () => {
    const thresholdAt = (apart: number) =>
      episodes(outcomes(`${'o'.repeat(30)}${'x'.repeat(9)}`, apart), { falseAlarmsPerYear: 1 })[0]
        ?.design.threshold;
    // By the table a false alarm in 500 deployments takes 13, in 1,000 16; these are 377 and 1,616 a year.
    expect(thresholdAt(DAY)).toBeLessThanOrEqual(13);
    expect(thresholdAt(DAY / 10)).toBeGreaterThanOrEqual(16);
    // 91 deployments a year: 200 are asked for at least.
    expect(thresholdAt(4 * DAY)).toBe(11);
  });

  it('goes by the fleet, from when it was learnt', () => {
    const usualSince = (since: number) => {
      const calibration = { since, prior: { a: 30, b: 70 }, maturity: [] };
      const given = outcomes(`oooooo${'x'.repeat(14)}`);
      return episodes(given, { ...ANYBODY, calibrations: [calibration] })[0]?.design.usual;
    };
    // Before, of five clean ones: 1 − 0.3^(1/14).
    expect(usualSince(at(6) + 1)).toBe(0.08);
    expect(usualSince(at(6))).toBeGreaterThan(0.25);
  });
});

describe('nothing is said', () => {
  it('of a service of which fewer than ten deployments are known', () => {
    expect(episodes(outcomes('xxxxxxxxx'))).toEqual([]);
    expect(episodes(outcomes('xxxxxxxxxx'))[0]?.startedAt).toBe(at(9));
  });

  it('of two failures, however rare they are', () => {
    expect(episodes(outcomes(`${'o'.repeat(300)}xx`, DAY), ANYBODY)).toEqual([]);
  });

  it('of what nobody knew yet', () => {
    const given = outcomes('ooooooooxxx').map((one) =>
      one.failedAt === undefined ? one : { ...one, failedAt: at(20) },
    );
    expect(episodes(given, {}, at(20) - 1)).toEqual([]);
    expect(episodes(given, {}, at(20))).toHaveLength(1);
  });
});

describe('an acute storm', () => {
  const rare = 'o'.repeat(100);

  it('is a page from the third failure of five on, where failures are rare', () => {
    const [episode] = episodes(outcomes(`${rare}xxoxo`, DAY), ANYBODY);
    expect(episode?.acuteAt).toBe(march(1) + 103 * DAY);
  });

  it('opens an episode before the score would, where there is much to be seen', () => {
    const given = outcomes(`${'o'.repeat(100)}xxxx`, HOUR);
    const [episode] = episodes(given, { falseAlarmsPerYear: 1 });
    expect(episode).toMatchObject({ startedAt: march(1) + 103 * HOUR, score: 16 });
    expect(episode?.acuteAt).toBe(episode?.startedAt);
    // 2,000 deployments without a false alarm take 18 already, and here 5,000 are wanted.
    expect(episode?.design.threshold).toBeGreaterThan(18);
  });

  it('makes a page of what was less', () => {
    const usualOnes = 'ooooooooox'.repeat(10);
    const slowly = episodes(outcomes(`${usualOnes}oxoxoxoxoxoxox`, DAY))[0];
    const { startedAt = NaN, acuteAt } =
      episodes(outcomes(`${usualOnes}oxoxoxoxoxoxoxxxx`, DAY))[0] ?? {};
    expect(slowly).toMatchObject({ startedAt, acuteAt: undefined });
    expect(acuteAt).toBeGreaterThan(startedAt);
  });
});

describe('a new normal', () => {
  const spell = `${'o'.repeat(60)}${'oox'.repeat(10)}`;
  const rebaselinedAt = [march(1) + 90 * DAY];

  it('ends the episode that it was said of', () => {
    const [episode] = episodes(
      outcomes(spell, DAY),
      { ...ANYBODY, rebaselinedAt },
      march(1) + 90 * DAY,
    );
    expect(episode).toMatchObject({ endedAt: rebaselinedAt[0], resolution: 'new_normal' });
  });

  it('is what is usual from then on: as many failures are no alert', () => {
    const given = outcomes(`${spell}${'oox'.repeat(10)}`, DAY);
    expect(episodes(given, ANYBODY)).toMatchObject([{ resolution: undefined }]);
    expect(episodes(given, { ...ANYBODY, rebaselinedAt })).toMatchObject([
      { resolution: 'new_normal' },
    ]);
  });

  it('is learnt at once from the failures that it was said of, though they are new', () => {
    const given = outcomes(`${'o'.repeat(61)}xxoxxo${'x'.repeat(12)}`, DAY);
    const saidAt = march(1) + 66 * DAY;
    const after = episodes(given, { ...ANYBODY, rebaselinedAt: [saidAt] }).at(-1);
    expect(after?.run.since).toBe(march(1) + 67 * DAY);
    expect(after?.baseline).toMatchObject({ deployments: 6, failed: 4 });
  });

  it('leaves what was said before it as it was', () => {
    const given = outcomes(`${spell}${'o'.repeat(60)}${'x'.repeat(20)}`, DAY);
    const [first, second] = episodes(given, ANYBODY);
    expect(first?.endedAt).toBeLessThan(second?.startedAt ?? NaN);
    const said = episodes(given, {
      ...ANYBODY,
      rebaselinedAt: [second?.startedAt ?? NaN],
    });
    expect(said[0]).toEqual(first);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR, march } from '../facts/facts.fixture.js';
import { labelMaturity } from './label-maturity.js';
import type { Outcome } from './outcome.js';
import { plainEpisodes } from './plain-episodes.fixture.js';
import { spikeEpisodes, type SpikeSettings } from './spike-episodes.js';

const START = march(1);

// Spells of good and of bad weeks; several may finish at one instant, and labels may come at once, late, or when nobody waits for them any more.
const deployment = (bad: number) =>
  fc.record({
    gap: fc.constantFrom(0, HOUR, 8 * HOUR, DAY, DAY, 4 * DAY),
    failed: fc.integer({ min: 0, max: 99 }).map((drawn) => drawn < bad),
    delay: fc.constantFrom(0, 0, HOUR, 20 * HOUR, 2 * DAY, 5 * DAY, 20 * DAY),
  });

const spell = fc
  .constantFrom(0, 5, 20, 60, 90)
  .chain((bad) => fc.array(deployment(bad), { minLength: 3, maxLength: 25 }));

const history = fc.array(spell, { minLength: 1, maxLength: 5 }).map((spells): Outcome[] => {
  let finishedAt = START;
  return spells.flat().map(({ gap, failed, delay }, index) => {
    finishedAt += gap;
    const id = String(index);
    return failed
      ? { id, finishedAt, failedAt: finishedAt + delay, reasons: ['status'] }
      : { id, finishedAt, reasons: [] };
  });
});

const instant = fc.integer({ min: 0, max: 120 * 24 }).map((hours) => START + hours * HOUR);

const settings: fc.Arbitrary<SpikeSettings> = fc.record({
  falseAlarmsPerYear: fc.constantFrom(0.1, 1, 12),
  rebaselinedAt: fc.uniqueArray(instant, { maxLength: 2 }),
  calibrations: fc.array(
    fc.record({
      since: instant,
      prior: fc.constantFrom({ a: 1, b: 30 }, { a: 4, b: 16 }),
      maturity: fc.constantFrom(
        labelMaturity([]),
        labelMaturity(new Array<number>(500).fill(HOUR)),
      ),
    }),
    { maxLength: 2 },
  ),
});

const episodesOf = (...given: Parameters<typeof spikeEpisodes>) => spikeEpisodes(...given).episodes;

describe('episodes, whatever happened', () => {
  it('are those that are found by adding everything up anew at every moment', () => {
    const found = { episodes: 0, recovered: 0, quiet: 0, new_normal: 0, acute: 0 };
    fc.assert(
      fc.property(history, settings, instant, (outcomes, given, asOf) => {
        const episodes = episodesOf(outcomes, given, asOf);
        for (const { resolution, acuteAt } of episodes) {
          found.episodes += 1;
          if (resolution !== undefined) found[resolution] += 1;
          if (acuteAt !== undefined) found.acute += 1;
        }
        expect(
          episodes.map(
            ({ startedAt, endedAt, resolution, acuteAt, lastFailureAt, design, run }) => ({
              startedAt,
              endedAt,
              resolution,
              acuteAt,
              lastFailureAt,
              points: design.points,
              threshold: design.threshold,
              since: run.since,
            }),
          ),
        ).toEqual(plainEpisodes(outcomes, given, asOf));
      }),
      { numRuns: 500, seed: 7 },
    );
    // What never happened was not compared.
    for (const times of Object.values(found)) expect(times).toBeGreaterThan(20);
  });

  it('do not depend on the order of what happened, or on how often it is told', () => {
    const told = history.chain((outcomes) =>
      fc.record({
        outcomes: fc.constant(outcomes),
        again: fc.subarray(outcomes).chain((twice) =>
          fc.shuffledSubarray([...outcomes, ...twice], {
            minLength: outcomes.length + twice.length,
          }),
        ),
      }),
    );
    fc.assert(
      fc.property(told, settings, instant, ({ outcomes, again }, given, asOf) => {
        expect(spikeEpisodes(again, given, asOf)).toEqual(spikeEpisodes(outcomes, given, asOf));
      }),
    );
  });

  it('are known from then on: what happens later changes nothing of what was said before', () => {
    fc.assert(
      fc.property(history, settings, instant, instant, (outcomes, given, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const said = episodesOf(outcomes, given, early);
        const known = outcomes
          .filter(({ finishedAt }) => finishedAt <= early)
          .map((outcome) =>
            (outcome.failedAt ?? 0) <= early ? outcome : { ...outcome, failedAt: undefined },
          );
        expect(episodesOf(known, given, early)).toEqual(said);
        const over = said.filter(({ endedAt }) => endedAt !== undefined);
        expect(episodesOf(outcomes, given, late).slice(0, over.length)).toEqual(over);
        expect(
          episodesOf(outcomes, given, late)
            .filter(({ startedAt }) => startedAt <= early)
            .map(({ startedAt }) => startedAt),
        ).toEqual(said.map(({ startedAt }) => startedAt));
      }),
    );
  });

  it('are shown by a strip whose points add up to the score', () => {
    fc.assert(
      fc.property(history, settings, instant, (outcomes, given, asOf) => {
        for (const { strip, score, run, design } of episodesOf(outcomes, given, asOf)) {
          expect(strip).toHaveLength(Math.min(20, run.deployments));
          expect(strip.at(-1)?.scoreAfter).toBe(score);
          expect(score).toBeLessThanOrEqual(design.threshold);
          strip.slice(1).forEach(({ points = NaN, scoreAfter = NaN }, index) => {
            expect((strip[index]?.scoreAfter ?? NaN) + points).toBeCloseTo(scoreAfter, 9);
          });
          if (run.deployments > 20) continue;
          expect(strip[0]).toMatchObject({ failed: true, finishedAt: run.since });
          expect(strip.filter(({ failed }) => failed)).toHaveLength(run.failed);
        }
      }),
    );
  });
});

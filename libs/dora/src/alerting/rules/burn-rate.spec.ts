import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, march } from '../../facts/facts.fixture.js';
import { seededRandom } from '../../statistics/random.fixture.js';
import { outcomes } from '../spikes.fixture.js';
import { burnRateEpisodes, burnRateFinding } from './burn-rate.js';

const CLEAN = 'o'.repeat(60);
const LATER = march(1) + 400 * DAY;
const at = (index: number) => march(1) + index * DAY;

const episodesOf = (signs: string, objective = 0.1, asOf = LATER) =>
  burnRateEpisodes(outcomes(signs, DAY), objective, asOf);

describe('an objective of one change in ten', () => {
  it('is burnt fast by three failures of the last five and five of the last twenty', () => {
    // Of the last 20 five are 2.5 × 10 %; of the last 5 two would be 4 × 10 %, but fewer than three are chance.
    const [episode] = episodesOf(`${CLEAN}xxooooooooooooxoxx`, 0.1, at(77));
    expect(episode).toMatchObject({ startedAt: at(77), severity: 'page' });
    expect(episode?.windows).toMatchObject([
      { deployments: 5, failed: 3 },
      { deployments: 20, failed: 5 },
    ]);
  });

  it('is burnt slowly by four of twenty and nine of sixty', () => {
    const slow = 'xooooooooooxooooooooxoooooooooxooooooooox'.padEnd(41, 'o');
    const signs = `${slow}oooxoooooxooooxooox`;
    expect(signs).toHaveLength(60);
    expect(Array.from(signs).filter((sign) => sign === 'x')).toHaveLength(9);
    expect(episodesOf(signs, 0.1, at(59))).toMatchObject([{ severity: 'notify' }]);
  });

  it.each([
    ['at its objective', 'xooooooooo'.repeat(8)],
    ['with two failures in a row', `${CLEAN}xx`],
    ['with too few deployments to fill the windows', 'xxxx'],
  ])('is not burnt %s', (_name, signs) => {
    expect(episodesOf(signs)).toEqual([]);
  });

  it('stops burning when either window does, and when nothing fails for fourteen days', () => {
    const [over] = episodesOf(`${CLEAN}xxxxxxoooooo`);
    expect(over).toMatchObject({ resolution: 'recovered' });
    const [quiet] = episodesOf(`${CLEAN}xxxxxx`);
    expect(quiet).toMatchObject({ resolution: 'quiet', endedAt: at(65) + 14 * DAY });
  });
});

it('does not begin anew with a clean deployment after a long quiet', () => {
  const failed = outcomes(`${CLEAN}xxxxxx`, DAY);
  const later = { id: 'later', finishedAt: at(120), reasons: [] };
  expect(burnRateEpisodes([...failed, later], 0.1, LATER)).toMatchObject([{ resolution: 'quiet' }]);
});

it('can be burnt even where it allows half of the changes to fail', () => {
  expect(episodesOf(`${'xo'.repeat(30)}${'x'.repeat(20)}`, 0.5, at(79))).toMatchObject([
    { severity: 'page' },
  ]);
});

it('says the same in whatever order and however often outcomes are given', () => {
  const signs = fc.string({ unit: fc.constantFrom('o', 'o', 'x'), minLength: 20, maxLength: 90 });
  fc.assert(
    fc.property(signs, fc.infiniteStream(fc.nat()), (history, random) => {
      const all = outcomes(history, DAY);
      const order = [...all, ...all.slice(0, 7)]
        .map((outcome) => ({ outcome, rank: Number(random.next().value) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ outcome }) => outcome);
      expect(burnRateEpisodes(order, 0.1, LATER)).toEqual(burnRateEpisodes(all, 0.1, LATER));
    }),
    { numRuns: 50 },
  );
});

it('is told with what was counted', () => {
  const [episode] = episodesOf(`${CLEAN}xxxxxx`, 0.1, at(65));
  const subject = { service: 'api', environment: 'production' };
  const finding = episode && burnRateFinding(episode, subject, 0.1);
  expect(finding?.title).toBe(
    'api in production: changes fail 10.0 times as fast as the objective of 10 % allows',
  );
  expect(finding?.explanation[1]).toBe(
    'Of the last 20 deployments 6 failed; 10 % may, and from 25 % on it burns.',
  );
});

it.each([
  [0.05, { alerts: 6, pages: 0.6 }],
  [0.1, { alerts: 9, pages: 2 }],
  [0.15, { alerts: 4.4, pages: 0.9 }],
  [0.2, { alerts: 2.7, pages: 0.2 }],
])('is wrong as seldom as docs/alert-rules.md says, at an objective of %d', (objective, told) => {
  const random = seededRandom(7);
  const signs = Array.from({ length: 30_000 }, () => (random() < objective ? 'x' : 'o')).join('');
  const episodes = burnRateEpisodes(outcomes(signs, DAY), objective, march(1) + 40_000 * DAY);
  const pages = episodes.filter(({ severity }) => severity === 'page');
  // Four standard errors of a count, which is about as scattered as one of Poisson.
  const tolerance = (inThousand: number) => 4 * Math.sqrt(inThousand / 30);
  expect(Math.abs(episodes.length / 30 - told.alerts)).toBeLessThan(tolerance(told.alerts));
  expect(Math.abs(pages.length / 30 - told.pages)).toBeLessThan(tolerance(told.pages));
});

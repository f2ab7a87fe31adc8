import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, march } from '../facts/facts.fixture.js';
import { spikeEpisodes } from './spike-episodes.js';
import { spikeFinding } from './spike-words.js';
import { outcomes, SETTINGS } from './spikes.fixture.js';

const SUBJECT = { service: 'api', environment: 'production' };

/** The first episode, as it is told on the day of the last deployment unless the test says otherwise. */
function told(signs: string, apart: number, asOf?: number) {
  const given = outcomes(signs, apart);
  const [episode] = spikeEpisodes(
    given,
    SETTINGS,
    asOf ?? given.at(-1)?.finishedAt ?? NaN,
  ).episodes;
  if (episode === undefined) throw new Error('there is no episode');
  return { episode, finding: spikeFinding(episode, SUBJECT) };
}

describe('an episode in words', () => {
  const { episode, finding } = told('ooooooooxxox', 4 * DAY);

  it('says where, how many of how many failed, and what is usual', () => {
    expect(finding.title).toBe(
      'api in production: 3 of the last 4 deployments failed, 10 % is usual',
    );
  });

  it('can be checked by hand', () => {
    const [happened, usual, counted, sure, ends] = finding.explanation;
    expect(happened).toContain('3 of 4 deployments in a row failed');
    expect(happened).toContain('12 d');
    expect(usual).toContain('Of the 7 deployments that it is held against 0 failed.');
    expect(usual).toContain('10 % is taken for usual');
    expect(counted).toContain('Each failure adds 4 points, each clean deployment takes 1');
    expect(counted).toContain('At 11 it is an alert.');
    expect(sure).toContain(`once in ${Math.round(episode.design.runLength)} deployments`);
    expect(sure).toContain('were 30 % to fail');
    expect(ends).toBe(
      'The score is 11. It ends at 5.5, or when no failure became known for 14 days.',
    );
  });

  it('is read when there is time, unless it is acute', () => {
    expect(finding.severity).toBe('notify');
    const acute = told('oooooooooxxxx', HOUR).finding;
    expect(acute.severity).toBe('page');
    expect(acute.explanation.join(' ')).toContain('It is a page');
  });

  it('goes back to the events that it rests on', () => {
    expect(finding.startedAt).toBe(march(1) + 44 * DAY);
    expect(finding.lastEventAt).toBe(march(1) + 44 * DAY);
    expect(finding.evidence.deployments.map(({ points }) => points)).toEqual([4, 4, -1, 4]);
  });

  it('has the numbers for who would compute with them', () => {
    const numbers = Object.fromEntries(
      finding.evidence.numbers.map(({ name, value }) => [name, value]),
    );
    expect(numbers).toMatchObject({
      failed: 3,
      deployments: 4,
      baseline_rate: 0.1,
      baseline_failed: 0,
      baseline_deployments: 7,
      score: 11,
      threshold: 11,
      points: 4,
    });
  });

  it('says why it is over', () => {
    const ending = (signs: string, apart: number, asOf?: number) =>
      told(signs, apart, asOf).finding.explanation.at(-1);
    expect(ending('ooooooooxxxooooooo', 36 * HOUR)).toBe('It is over: the score came down to 5.5.');
    expect(ending('ooooooooxxx', 4 * DAY, march(1) + 99 * DAY)).toBe(
      'It is over: no failure became known for 14 days.',
    );
  });

  it('says so where nothing is old enough to learn from', () => {
    const { explanation } = told('oooooooooxxxx', HOUR).finding;
    expect(explanation[1]).toBe(
      'Nothing of the service is old enough to learn from; by what is known of others 10 % is taken for usual.',
    );
  });
});

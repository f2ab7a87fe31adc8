import { describe, expect, it } from '@jest/globals';
import type { Comparison, Row } from '../../metrics/row.js';
import { largestParts, whatChanged } from './what-changed.js';

const nothing: Comparison = {
  verdict: 'too_little_data',
  measure: 'ratio',
  change: null,
  low: null,
  high: null,
};

const row = (service: string | null, changed: Partial<Record<string, Comparison>>): Row => ({
  group: { service },
  start: '',
  end: '',
  incomplete: false,
  comparison: {
    start: '',
    end: '',
    deploymentFrequency: nothing,
    changeLeadTime: nothing,
    changeFailRate: nothing,
    recoveryTime: null,
    reworkRate: null,
    timeToRestore: nothing,
    ...changed,
  },
});

const ratio = (verdict: Comparison['verdict'], change: number): Comparison => ({
  verdict,
  measure: 'ratio',
  change,
  low: change * 0.9,
  high: change * 1.1,
});

describe('what changed', () => {
  it('has the largest change first, halving as large as doubling', () => {
    const { members } = whatChanged(
      [
        row('a', { changeLeadTime: ratio('higher', 1.5) }),
        row('b', { changeLeadTime: ratio('lower', 0.5) }),
        row('c', { changeLeadTime: ratio('no_clear_change', 9) }),
      ],
      'service',
    );
    expect(members.map(({ name, change }) => [name, change.tone])).toEqual([
      ['b', 'better'],
      ['a', 'worse'],
    ]);
  });

  it('says how many would look changed by chance', () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      row(String(index), { changeLeadTime: ratio('no_clear_change', 1) }),
    );
    expect(whatChanged(rows, 'service')).toMatchObject({ compared: 40, byChance: 2, members: [] });
  });

  it('leaves out what belongs to nobody', () => {
    expect(
      whatChanged([row(null, { changeLeadTime: ratio('higher', 2) })], 'service').members,
    ).toEqual([]);
  });

  it('gives the parts that moved a rate most, and none that moved nothing', () => {
    const parts = [
      { name: 'a', rate: 0.01, mix: 0 },
      { name: 'b', rate: -0.03, mix: 0.01 },
      { name: 'c', rate: 0.0001, mix: 0 },
    ];
    expect(largestParts(parts, 2).map(({ name }) => name)).toEqual(['b', 'a']);
    expect(largestParts(parts, 9).map(({ name }) => name)).toEqual(['b', 'a']);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acrossReplications, seededRandom } from '../statistics/random.fixture.js';
import { RunLengths } from './run-length.js';

/** The chain written out as a matrix and solved by elimination with pivots: another way to the same number. */
function bySolving(p: number, points: number, threshold: number): number {
  const rows = Array.from({ length: threshold }, (_, i) => {
    const row = new Array<number>(threshold + 1).fill(0);
    const add = (column: number, value: number) => (row[column] = (row[column] ?? 0) + value);
    add(i, 1);
    add(Math.max(0, i - 1), p - 1);
    if (i + points < threshold) add(i + points, -p);
    row[threshold] = 1;
    return row;
  });
  const at = (row: number, column: number) => rows[row]?.[column] ?? NaN;
  for (let pivot = 0; pivot < threshold; pivot++) {
    let best = pivot;
    for (let row = pivot; row < threshold; row++) {
      if (Math.abs(at(row, pivot)) > Math.abs(at(best, pivot))) best = row;
    }
    const [upper, lower] = [rows[pivot] ?? [], rows[best] ?? []];
    [rows[pivot], rows[best]] = [lower, upper];
    for (let row = 0; row < threshold; row++) {
      if (row === pivot) continue;
      const factor = at(row, pivot) / at(pivot, pivot);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * at(pivot, column));
    }
  }
  return at(0, threshold) / at(0, 0);
}

/** The chance of still being below, deployment after deployment, added up until hardly any is left. */
function byStepping(p: number, points: number, threshold: number): number {
  let chances = new Array<number>(threshold).fill(0);
  chances[0] = 1;
  let [length, below] = [0, 1];
  while (below > 1e-12) {
    length += below;
    const next = new Array<number>(threshold).fill(0);
    chances.forEach((chance, score) => {
      const lower = Math.max(0, score - 1);
      next[lower] = (next[lower] ?? 0) + chance * (1 - p);
      const higher = score + points;
      if (higher < threshold) next[higher] = (next[higher] ?? 0) + chance * p;
    });
    chances = next;
    below = chances.reduce((sum, chance) => sum + chance, 0);
  }
  return length;
}

describe('the average run length', () => {
  it('is 1/p where the first failure is enough', () => {
    expect(new RunLengths(0.05, 7).until(7)).toBeCloseTo(20, 10);
  });

  it('is right by hand where two failures are needed', () => {
    // +1 and −1, until 2: E₀ = 1 + qE₀ + pE₁ and E₁ = 1 + qE₀, so E₀ = (1 + p)/p².
    expect(new RunLengths(0.2, 1).until(2)).toBeCloseTo(1.2 / 0.04, 10);
  });

  it('is what solving the whole system gives, and what stepping through it gives', () => {
    const chain = fc.record({
      p: fc.double({ min: 0.02, max: 0.6, noNaN: true }),
      points: fc.integer({ min: 1, max: 12 }),
      failures: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(chain, fc.nat(11), ({ p, points, failures }, beyond) => {
        const threshold = points * failures + (beyond % points);
        const length = new RunLengths(p, points).until(threshold);
        expect(length / bySolving(p, points, threshold)).toBeCloseTo(1, 8);
        if (length < 300) expect(length / byStepping(p, points, threshold)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('does not depend on what was asked before', () => {
    const lengths = new RunLengths(0.1, 4);
    const [long, short] = [lengths.until(40), lengths.until(9)];
    expect(new RunLengths(0.1, 4).until(9)).toBe(short);
    expect(new RunLengths(0.1, 4).until(40)).toBe(long);
  });

  it('is the mean of runs that are played', () => {
    const random = seededRandom(5);
    const play = () => {
      let deployments = 0;
      for (let score = 0; score < 16; deployments++) {
        score = random() < 0.1 ? score + 4 : Math.max(0, score - 1);
      }
      return deployments;
    };
    const { mean, tolerance } = acrossReplications(Array.from({ length: 2000 }, play));
    expect(Math.abs(mean - new RunLengths(0.1, 4).until(16))).toBeLessThan(tolerance);
  });
});

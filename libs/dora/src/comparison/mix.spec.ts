import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Member, mixChange } from './mix.js';

const member = (name: string, earlier: [number, number], later: [number, number]): Member => ({
  name,
  earlier: { k: earlier[0], n: earlier[1] },
  later: { k: later[0], n: later[1] },
});

describe('a change fail rate that rolls up several services', () => {
  it('rises while that of every service falls, when the one that fails more deploys more (Simpson)', () => {
    // legacy: 4/10 = 40 %, then 27/90 = 30 %; api: 9/90 = 10 %, then 0/10 = 0 %. All: 13 %, then 27 %.
    // Weights: legacy 0.1 → 0.9, api 0.9 → 0.1; both 0.5 in the mean. Rates in the mean: 0.35, 0.05, all 0.20.
    // rate: 0.5·(−0.1) each. mix: legacy (0.35 − 0.20)·0.8 = 0.12, api (0.05 − 0.20)·(−0.8) = 0.12.
    // Together −0.10 + 0.24 = 0.14.
    const answer = mixChange([
      member('legacy', [4, 10], [27, 90]),
      member('api', [9, 90], [0, 10]),
    ]);
    expect(answer?.change).toBeCloseTo(0.14, 12);
    expect(answer?.rate).toBeCloseTo(-0.1, 12);
    expect(answer?.mix).toBeCloseTo(0.24, 12);
    const [legacy, api] = answer?.members ?? [];
    expect([legacy?.name, api?.name]).toEqual(['legacy', 'api']);
    expect([legacy?.rate, api?.rate].map(Number)).toEqual(
      [-0.05, -0.05].map((v) => expect.closeTo(v, 12)),
    );
    expect([legacy?.mix, api?.mix].map(Number)).toEqual(
      [0.12, 0.12].map((v) => expect.closeTo(v, 12)),
    );
  });

  it('takes a service that comes for mix alone: it never had another rate', () => {
    // api stays at 1/10. new: 5/10 in the later period only. All: 10 %, then 6/20 = 30 %; mean 20 %.
    // api: (0.1 − 0.2)·(0.5 − 1) = 0.05; new: (0.5 − 0.2)·0.5 = 0.15.
    const answer = mixChange([member('api', [1, 10], [1, 10]), member('new', [0, 0], [5, 10])]);
    expect(answer?.rate).toBe(0);
    expect(answer?.members.map(({ mix }) => mix)).toEqual([
      expect.closeTo(0.05, 12),
      expect.closeTo(0.15, 12),
    ]);
  });

  it('takes a service that goes for mix alone too, and one that was never there for nothing', () => {
    const answer = mixChange([
      member('api', [1, 10], [1, 10]),
      member('old', [5, 10], [0, 0]),
      member('idle', [0, 0], [0, 0]),
    ]);
    expect(answer?.rate).toBe(0);
    expect(answer?.mix).toBeCloseTo(-0.2, 12);
    expect(answer?.members[2]).toEqual({ name: 'idle', rate: 0, mix: 0 });
  });

  it('is not known when nothing was deployed in one of the periods', () => {
    expect(mixChange([member('api', [0, 0], [1, 10])])).toBeNull();
    expect(mixChange([member('api', [1, 10], [0, 0])])).toBeNull();
    expect(mixChange([])).toBeNull();
  });
});

describe('the parts of any change', () => {
  const cases = fc
    .integer({ min: 0, max: 1000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  const members = fc.array(
    fc.tuple(fc.string(), cases, cases).map((parts) => member(...parts)),
    { minLength: 1, maxLength: 30 },
  );

  it('add up to it, by member and by cause', () => {
    fc.assert(
      fc.property(members, (all) => {
        const answer = mixChange(all);
        if (answer === null) return;
        const ofMembers = answer.members.reduce((sum, { rate, mix }) => sum + rate + mix, 0);
        expect(answer.rate + answer.mix).toBeCloseTo(answer.change, 12);
        expect(ofMembers).toBeCloseTo(answer.change, 12);
        const rateOf = (period: 'earlier' | 'later') =>
          all.reduce((sum, one) => sum + one[period].k, 0) /
          all.reduce((sum, one) => sum + one[period].n, 0);
        expect(answer.change).toBeCloseTo(rateOf('later') - rateOf('earlier'), 12);
      }),
    );
  });

  it('are turned round when the periods are', () => {
    fc.assert(
      fc.property(members, (all) => {
        const there = mixChange(all);
        const back = mixChange(
          all.map((one) => ({ ...one, earlier: one.later, later: one.earlier })),
        );
        expect(back?.rate ?? 0).toBeCloseTo(-(there?.rate ?? 0), 12);
        expect(back?.mix ?? 0).toBeCloseTo(-(there?.mix ?? 0), 12);
      }),
    );
  });
});

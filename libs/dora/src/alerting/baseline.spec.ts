import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../statistics/random.fixture.js';
import { fleetPrior, rateInterval, USUAL_PRIOR, usualRate } from './baseline.js';

const repeat = <T>(times: number, make: () => T) => Array.from({ length: times }, make);

/** P(X ≥ k) of n trials: for whole a and b what the beta distribution of a = k, b = n − k + 1 is. */
function binomialTail(k: number, n: number, p: number): number {
  let tail = 0;
  for (let i = k; i <= n; i++) {
    let ways = 1;
    for (let j = 1; j <= i; j++) ways *= (n - i + j) / j;
    tail += ways * p ** i * (1 - p) ** (n - i);
  }
  return tail;
}

describe('the usual rate', () => {
  it('of a service of which nothing is known is 1 − 0.3^(1/9): nearly an eighth', () => {
    const rate = usualRate({ failed: 0, deployments: 0 }, USUAL_PRIOR);
    expect(rate).toBeCloseTo(1 - 0.3 ** (1 / 9), 10);
  });

  it('lies above the service’s own with a chance of 70 %', () => {
    const rate = usualRate({ failed: 3, deployments: 40 }, USUAL_PRIOR);
    // Beta(4, 46): four or more of 49.
    expect(binomialTail(4, 49, rate)).toBeCloseTo(0.7, 9);
  });

  it('comes to what was counted as more is counted', () => {
    expect(usualRate({ failed: 500, deployments: 10_000 }, USUAL_PRIOR)).toBeCloseTo(0.05, 2);
  });

  it('has an interval that leaves out 2.5 % at either end', () => {
    const { low, high } = rateInterval({ failed: 3, deployments: 40 }, USUAL_PRIOR);
    expect(binomialTail(4, 49, low)).toBeCloseTo(0.025, 9);
    expect(binomialTail(4, 49, high)).toBeCloseTo(0.975, 9);
  });
});

describe('what a fleet says of its services', () => {
  it('is right by hand', () => {
    // 25 of each of five: 1, 1, 1, 6 and 6 failed. Σk²/n = 75/25 = 3; between: (3 − 15²/125)/4 = 0.3;
    // within: (15 − 3)/120 = 0.1; ρ = (0.3 − 0.1)/(0.3 + 24·0.1) = 2/27; a + b = 12.5; the mean is 0.12.
    const services = [1, 1, 1, 6, 6].map((failed) => ({ failed, deployments: 25 }));
    const { a, b } = fleetPrior(services);
    expect(a).toBeCloseTo(0.12 * 12.5, 10);
    expect(b).toBeCloseTo(0.88 * 12.5, 10);
  });

  it('finds the distribution that the services were drawn from', () => {
    const random = seededRandom(3);
    // The second smallest of 19 numbers between 0 and 1 is Beta(2, 18).
    const drawn = () => repeat(19, random).sort((x, y) => x - y)[1] ?? NaN;
    const services = repeat(2000, () => {
      const rate = drawn();
      const deployments = 20 + Math.floor(random() * 80);
      return {
        failed: repeat(deployments, random).filter((one) => one < rate).length,
        deployments,
      };
    });
    const { a, b } = fleetPrior(services);
    expect(a / (a + b)).toBeCloseTo(0.1, 2);
    expect((a + b) / 20).toBeGreaterThan(0.85);
    expect((a + b) / 20).toBeLessThan(1.15);
  });

  it('is believed as firmly as 100 deployments at most, where services hardly differ', () => {
    const services = repeat(50, () => ({ failed: 5, deployments: 100 }));
    expect(fleetPrior(services)).toEqual({ a: 5, b: 95 });
  });

  it('is believed as firmly as 4 deployments at least, where they are all or nothing', () => {
    const services = Array.from({ length: 20 }, (_, index) => ({
      failed: index % 5 === 0 ? 30 : 0,
      deployments: 30,
    }));
    expect(fleetPrior(services)).toEqual({ a: 0.8, b: 3.2 });
  });

  it.each([
    ['no service', []],
    ['four services', repeat(4, () => ({ failed: 10, deployments: 100 }))],
    ['few deployments', repeat(20, () => ({ failed: 1, deployments: 4 }))],
    ['no failures', repeat(20, () => ({ failed: 0, deployments: 100 }))],
    ['one deployment each', repeat(200, () => ({ failed: 1, deployments: 1 }))],
    ['services that were never deployed', repeat(200, () => ({ failed: 0, deployments: 0 }))],
  ])('is the usual prior for %s', (_, services) => {
    expect(fleetPrior(services)).toEqual(USUAL_PRIOR);
  });

  it('is a distribution where everything failed', () => {
    const { a, b } = fleetPrior(repeat(20, () => ({ failed: 50, deployments: 50 })));
    expect(a).toBeGreaterThan(0);
    expect(b).toBeGreaterThan(0);
  });
});

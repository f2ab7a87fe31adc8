import { everyDesign, groupBy } from '../../../libs/dora/dist/index.js';
import { randomNumbers } from '../random-numbers.mjs';

/**
 * How far the exact run lengths are from those of played scores, for every design that is shipped: the
 * largest relative difference. Designs of one usual rate are played at the same time, each until its own
 * threshold; between two failures nothing can be reached, so only failures are drawn.
 *
 * @param {number} runs of each rate
 */
export function runLengthErrorMax(runs) {
  let largest = 0;
  for (const [usual, designs] of groupBy(everyDesign(), (design) => design.usual)) {
    const random = randomNumbers(Math.round(usual * 10_000));
    const played = designs.map(() => 0);
    for (let run = 0; run < runs; run += 1) playOnce(designs, random, played);
    designs.forEach(({ runLength }, index) => {
      largest = Math.max(largest, Math.abs(played[index] / runs / runLength - 1));
    });
  }
  return largest;
}

/** Adds to each design's sum how many deployments it took. */
function playOnce(designs, random, sums) {
  const { usual, points } = designs[0];
  const logClean = Math.log(1 - usual);
  let [deployments, score] = [0, 0];
  for (let next = 0; next < designs.length;) {
    const clean = Math.floor(Math.log(1 - random()) / logClean);
    deployments += clean + 1;
    score = Math.max(0, score - clean) + points;
    for (; next < designs.length && score >= designs[next].threshold; next += 1) {
      sums[next] += deployments;
    }
  }
}

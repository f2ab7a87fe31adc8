import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COMMIT, DEPLOYMENT, INCIDENT, sha } from './examples.fixture.js';
import { Ingestor } from './ingestor.fixture.js';

const HISTORY = [
  ...['1', '2', '3', '4', '5', '6'].map((letter) => ({ ...COMMIT, sha: sha(letter) })),
  { ...DEPLOYMENT, status: 'in_progress', finishedAt: undefined, startedAt: 1_770_000_000 },
  DEPLOYMENT,
  INCIDENT,
  { ...INCIDENT, resolvedAt: 1_770_100_000 },
];

let expected: readonly string[];

const storedBy = async (ingestor: Ingestor) =>
  (await ingestor.events()).map((event) => JSON.stringify(event)).sort();

beforeAll(async () => {
  const ingestor = await Ingestor.start();
  await ingestor.post(HISTORY);
  expected = await storedBy(ingestor);
  expect(expected).toHaveLength(HISTORY.length);
  await ingestor.stop();
});

/** The same events as requests of these sizes; what is left over is one more. */
function split(sent: readonly number[], sizes: readonly number[]) {
  let start = 0;
  return [...sizes, sent.length]
    .map((size) => sent.slice(start, (start += size)).map((index) => HISTORY[index]))
    .filter((events) => events.length > 0);
}

it('keeps the same events, however they are split into requests, repeated and ordered', async () => {
  const indices = HISTORY.map((_, index) => index);
  const order = fc.array(fc.constantFrom(...indices), { maxLength: 10 }).chain((again) => {
    const sent = [...indices, ...again];
    return fc.shuffledSubarray(sent, { minLength: sent.length });
  });
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }));
  await fc.assert(
    fc.asyncProperty(order, sizes, async (sent, sizes) => {
      const ingestor = await Ingestor.start();
      try {
        const total = { accepted: 0, duplicates: 0 };
        for (const events of split(sent, sizes)) {
          const { body } = await ingestor.post(events);
          total.accepted += Number(body['accepted']);
          total.duplicates += Number(body['duplicates']);
        }
        expect(await storedBy(ingestor)).toEqual(expected);
        expect(total).toEqual({
          accepted: HISTORY.length,
          duplicates: sent.length - HISTORY.length,
        });
      } finally {
        await ingestor.stop();
      }
    }),
    { numRuns: 10 },
  );
}, 60_000);

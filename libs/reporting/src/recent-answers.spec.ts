import { expect, it } from '@jest/globals';
import { RecentAnswers } from './recent-answers.js';

let now = 0;

function counting() {
  let worked = 0;
  return () => Promise.resolve(++worked);
}

it('gives the same answer for as long as it is good for', async () => {
  const recent = new RecentAnswers<number>(15, 10, () => now);
  const work = counting();
  const first = recent.get('a', work);
  expect(await Promise.all([first, recent.get('a', work)])).toEqual([1, 1]);
  now += 14_999;
  expect(await recent.get('a', work)).toBe(1);
  now += 1;
  expect(await recent.get('a', work)).toBe(2);
  expect(await recent.get('b', work)).toBe(3);
});

it('is worked out once, however long that takes', async () => {
  const recent = new RecentAnswers<number>(15, 10, () => now);
  let finish: (value: number) => void = () => undefined;
  const long = recent.get('a', () => new Promise((resolve) => (finish = resolve)));
  now += 60_000;
  const work = counting();
  const second = recent.get('a', work);
  finish(7);
  expect(await Promise.all([long, second, recent.get('a', work)])).toEqual([7, 7, 7]);
});

it('does not keep a failure', async () => {
  const recent = new RecentAnswers<number>(15, 10, () => now);
  await expect(recent.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await recent.get('a', counting())).toBe(1);
});

it('keeps no more than it may: the oldest makes place', async () => {
  const recent = new RecentAnswers<number>(15, 2, () => now);
  const work = counting();
  for (const key of ['a', 'b', 'c']) await recent.get(key, work);
  expect(await recent.get('c', work)).toBe(3);
  expect(await recent.get('b', work)).toBe(2);
  expect(await recent.get('a', work)).toBe(4);
});

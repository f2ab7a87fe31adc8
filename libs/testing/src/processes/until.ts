import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is there. Whoever waits in vain is told what was waited for and what the last
 * question met.
 *
 * @param what completes "waited for …"
 * @param ask `undefined` and a rejection both mean "not yet"
 * @param withinMs only a defect needs that long
 */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined> | Answer | undefined,
  withinMs = 60_000,
): Promise<Answer> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    let met: unknown = 'no answer yet';
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      met = error;
    }
    if (Date.now() > deadline) {
      throw new Error(`waited ${withinMs / 1000} s for ${what}: ${String(met)}`, { cause: met });
    }
    await pause(50);
  }
}

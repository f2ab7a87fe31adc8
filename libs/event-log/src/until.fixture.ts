import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a condition holds; gives up, naming the condition, after a time that only a defect needs. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  withinMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`never came true: ${condition.toString()}`);
    await delay(5);
  }
}

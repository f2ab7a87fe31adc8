/**
 * How a build, a run, a stage or a deployment ended, by the words of all four. What succeeded in part
 * did run to its end: a step failed that was allowed to.
 */
const OUTCOMES = new Map([
  ['succeeded', 'succeeded'],
  ['partiallySucceeded', 'succeeded'],
  ['succeededWithIssues', 'succeeded'],
  ['failed', 'failed'],
  ['rejected', 'failed'],
  ['canceled', 'cancelled'],
  ['stopped', 'cancelled'],
]);

export function outcomeOf(result: string | null | undefined): string | undefined {
  return OUTCOMES.get(result ?? '');
}

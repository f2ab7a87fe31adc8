import { events, ignored, type Normalised, refused } from './source.js';

/** A delivery tells that many reasons: with more of them they are of one kind. */
const MOST_REASONS = 5;

/**
 * What a delivery of several things says: the events of all. One that is not as it should be spoils
 * the delivery, so that its sender learns of it and nothing is lost in silence.
 */
export function combined(results: readonly Normalised[]): Normalised {
  const [refusal] = results.filter(({ kind }) => kind === 'refused');
  if (refusal !== undefined) return results.length === 1 ? refusal : placed(results);
  const said = results.flatMap((result) => (result.kind === 'events' ? result.events : []));
  if (said.length > 0) return events(...said);
  const reasons = results.flatMap((result) => (result.kind === 'ignored' ? [result.reason] : []));
  return ignored([...new Set(reasons)].slice(0, MOST_REASONS).join('; ') || 'the list is empty');
}

function placed(results: readonly Normalised[]): Normalised {
  const faults = results.flatMap((result, index) =>
    result.kind === 'refused' ? [`[${index}] ${result.reason}`] : [],
  );
  return refused(faults.slice(0, MOST_REASONS).join('; '));
}

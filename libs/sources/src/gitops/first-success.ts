import { formatInstant, type Instant, LATEST_INSTANT } from '@throughline/events';

const MILLISECONDS = 1_000;

/**
 * When the fact is said to have been true, for a tool that says again and again what is deployed: the
 * first success is the deployment, and a repetition must not make it later. Of two versions of one fact
 * the later wins, so successes count backwards, in whole seconds; failures count forwards and stay
 * below every success. All of it lies in the first months of 1970, so that whoever knows better wins.
 */
export function firstSuccessWins(outcome: 'succeeded' | 'failed', at: Instant): string {
  const seconds =
    outcome === 'succeeded' ? (LATEST_INSTANT - at) / MILLISECONDS : at / MILLISECONDS / 1_000;
  return formatInstant(Math.max(0, Math.floor(seconds)));
}

import { parseEvent } from '@throughline/events';

const NOW = Date.UTC(2026, 0, 1);

/** The least that a deployment is. */
const DEPLOYMENT = {
  type: 'deployment',
  ...{ service: 'a', environment: 'a', id: 'a', source: 'a' },
  ...{ status: 'in_progress', startedAt: NOW },
};

/**
 * Of what was found about a deployment, and not said, what the platform will take. A variable of the CI
 * system that is odd must cost no more than itself.
 */
export function onlyTaken<Found extends object>(found: Found): Partial<Found> {
  return Object.fromEntries(
    Object.entries(found).filter(
      ([name, value]) =>
        value !== undefined && parseEvent({ ...DEPLOYMENT, [name]: value as unknown }, NOW).ok,
    ),
  ) as Partial<Found>;
}

import { byFinish, type Incident } from '../facts/facts.js';
import { type FailureLink, failureLink } from './failure-link.js';
import type { Histories } from './place-history.js';

/** How long after a deployment an incident may be laid at its door, in milliseconds. */
export type WindowOf = (service: string) => number;

/**
 * Links incidents to the newest deployment, in each service that they name, that reached the
 * environment before they opened and not longer before than the window.
 *
 * It guesses: with unrelated incidents at rate μ and deployments at rate λ, a share of about
 * μ/(μ+λ) of the deployments gets one that it has nothing to do with (less, the shorter the window).
 */
export function linkWithinWindow(
  incidents: readonly Incident[],
  histories: Histories,
  windowOf: WindowOf,
  production: readonly string[],
): readonly FailureLink[] {
  return incidents.flatMap((incident) => {
    const environments = incident.environment === undefined ? production : [incident.environment];
    return incident.services.flatMap((service) => {
      const newest = environments
        .flatMap(
          (environment) =>
            histories.of({ service, environment })?.newestBefore(incident.openedAt) ?? [],
        )
        .sort(byFinish)
        .at(-1);
      if (newest === undefined) return [];
      if (incident.openedAt - newest.finishedAt > windowOf(service)) return [];
      return failureLink('window', newest, { incident });
    });
  });
}

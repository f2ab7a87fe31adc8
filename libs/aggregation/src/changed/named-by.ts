import type { ChangedPlace, DeliveryEvent } from '@throughline/events';

/** What facts are about: places that they name, and names of things that are in places. */
export interface Named {
  readonly places: readonly ChangedPlace[];
  /** Of deployments and incidents. */
  readonly ids: readonly string[];
  readonly shas: readonly string[];
  readonly versions: readonly string[];
}

const NOTHING: Named = { places: [], ids: [], shas: [], versions: [] };

/**
 * What a fact bears on, as far as failures and recoveries go.
 *
 * @param production where an incident is taken to have happened that does not say
 */
export function namedBy(event: DeliveryEvent, production: readonly string[]): Named {
  switch (event.type) {
    case 'deployment': {
      const { service, environment } = event;
      const ids = event.retracted ? [] : event.fixes;
      return { ...NOTHING, places: [{ service, environment }], ids };
    }
    case 'verdict': {
      const { service, environment } = event;
      return { ...NOTHING, places: [{ service, environment }] };
    }
    case 'incident': {
      // A withdrawal names no service, but what was known of it is found by its id.
      if (event.retracted) return { ...NOTHING, ids: [event.id] };
      const environments = event.environment === undefined ? production : [event.environment];
      const { deploymentId, sha, version } = event.causedBy ?? {};
      return {
        places: event.services.flatMap((service) =>
          environments.map((environment) => ({ service, environment })),
        ),
        ids: deploymentId === undefined ? [] : [deploymentId],
        shas: sha === undefined ? [] : [sha],
        versions: version === undefined ? [] : [version],
      };
    }
    default:
      return NOTHING;
  }
}

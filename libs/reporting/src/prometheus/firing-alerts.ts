import { type Alert, groupBy } from '@throughline/dora';
import type { Family } from './exposition.js';
import type { Place, Places } from './places.js';

/** What of an alert that fires becomes a label; '' where it is about no one service or environment. */
export interface FiringAlert extends Place {
  readonly team: string;
  readonly severity: Alert['severity'];
  readonly kind: Alert['kind'];
}

export function firingAlert({ subject, team, severity, kind }: Alert): FiringAlert {
  const { service = '', environment = '' } = subject;
  return { service, environment, team: team ?? subject.team ?? '', severity, kind };
}

/** What fires now. What does not fire has no series: there are too many rules for a zero of each. */
export function firingAlertsFamily(firing: readonly FiringAlert[], places: Places): Family {
  return {
    name: 'dora_firing_alerts',
    type: 'gauge',
    help: 'Alerts that fire, the parts of a common cause included. There is no series where none does.',
    samples: places.group(firing).flatMap(([place, rows]) => {
      const labelled = rows.map(({ service, team, severity, kind }) => ({
        ...place,
        // Teams are not bounded by their services where these share their series.
        team: service === place.service ? team : place.service,
        ...{ severity, kind },
      }));
      return [...groupBy(labelled, (labels) => JSON.stringify(labels)).values()].flatMap((same) => {
        const [labels] = same;
        return labels === undefined ? [] : [{ labels, value: same.length }];
      });
    }),
  };
}

import { tidyName } from '../tidy.js';
import { meets, textsOf } from './conditions.js';
import type { Trouble } from './incident-rule.js';
import type { Mapping } from './mapping.js';
import { ownName, serviceOf } from './service-of.js';

/** What an incident is about; these are fields of its event. */
export interface IncidentTarget {
  readonly services: readonly string[];
  readonly environment: string | undefined;
  readonly severity: string | undefined;
}

/**
 * What an incident is about, `undefined` for what is none. The first rule that fits decides; without
 * one it goes by whether the tool itself takes it for an incident.
 */
export function incidentTarget(
  mapping: Mapping,
  trouble: Trouble,
  toolSays: 'incident' | 'unknown',
): IncidentTarget | undefined {
  const service = [...textsOf(trouble.service), ...textsOf(trouble.serviceId)];
  for (const rule of mapping.incidents) {
    const captured = meets({ ...trouble, service }, rule.when);
    if (captured === undefined) continue;
    if (rule.ignore) return undefined;
    return {
      services: rule.service ?? servicesOf(mapping, trouble, captured['service']),
      environment: tidyName(
        rule.environment ?? captured['environment'] ?? textsOf(trouble.environment)[0],
        200,
      ),
      severity: tidyName(rule.severity ?? textsOf(trouble.severity)[0], 100),
    };
  }
  if (toolSays === 'unknown') return undefined;
  return {
    services: servicesOf(mapping, trouble),
    environment: tidyName(textsOf(trouble.environment)[0], 200),
    severity: tidyName(textsOf(trouble.severity)[0], 100),
  };
}

function servicesOf(mapping: Mapping, trouble: Trouble, captured?: string): readonly string[] {
  const told = captured === undefined ? toldServices(mapping, trouble) : [captured];
  const names =
    told.length > 0
      ? told.map((name) => tidyName(ownName(mapping, name), 200))
      : [serviceOf(mapping, { repository: trouble.repository, project: trouble.project })];
  return [...new Set(names.filter((name) => name !== undefined))].slice(0, 100);
}

/** A name that people gave says more than an id, unless the catalogue knows the id. */
function toldServices(mapping: Mapping, { service, serviceId }: Trouble): readonly string[] {
  const names = textsOf(service);
  const [id] = textsOf(serviceId);
  if (id === undefined) return names;
  return names.length === 0 || ownName(mapping, id) !== id ? [id] : names;
}

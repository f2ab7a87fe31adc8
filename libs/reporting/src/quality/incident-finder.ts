import {
  groupBy,
  type Incident,
  incidentKey,
  isIn,
  type Judged,
  type LinksOfIncident,
  whyUnlinked,
} from '@throughline/dora';
import { type Finder, type FoundList, listOf } from './found-list.js';
import type { QualityContext } from './quality-context.js';
import { type Found, moment } from './quality-item.js';

const UNLINKED = [
  'incident_cause_unknown',
  'incident_names_nothing',
  'incident_without_deployment',
] as const;

const NAMES = [
  ...UNLINKED,
  'clock_incident_resolved_before_opened',
  'incident_service_unknown',
  'incident_unresolved',
  'failure_unrecovered',
] as const;

/** Looks among the incidents opened in the window, and among the deployments that failed in it. */
export const incidentFinder: Finder<(typeof NAMES)[number]> = {
  names: NAMES,
  async find(context) {
    const { groups, window } = context;
    const judged = await context.judged();
    const incidents = judged.incidents.filter(
      (incident) => isIn(window, incident.openedAt) && groups.concerns(incident),
    );
    const linksOf = linksByIncident(judged.deployments);
    const why = groupBy(incidents, (incident) => whyUnlinked(incident, linksOf(incident)));
    const list = (found: readonly Incident[] = [], says: (incident: Incident) => string) =>
      listOf(
        found.map((incident) => foundIncident(incident, says(incident))),
        incidents.length,
      );
    return {
      incident_cause_unknown: list(why.get('incident_cause_unknown'), causeInWords),
      incident_names_nothing: list(
        why.get('incident_names_nothing'),
        () => 'names neither a service nor a cause',
      ),
      incident_without_deployment: list(
        why.get('incident_without_deployment'),
        ({ title }) => title ?? 'has no title',
      ),
      clock_incident_resolved_before_opened: list(
        incidents.filter(({ openedAt, resolvedAt = Infinity }) => resolvedAt < openedAt),
        ({ resolvedAt = 0 }) => `was resolved at ${moment(resolvedAt)}`,
      ),
      incident_service_unknown: list(
        incidents.filter(({ services }) => services.length === 0),
        () => 'names no service',
      ),
      incident_unresolved: list(
        incidents.filter(({ resolvedAt }) => resolvedAt === undefined),
        () => 'is not resolved',
      ),
      failure_unrecovered: unrecovered(failedIn(context, judged.deployments)),
    };
  },
};

/** What became of the deployments that are asked for. */
export function judgedIn(
  { window, scope, groups }: QualityContext,
  judged: readonly Judged[],
): readonly Judged[] {
  return judged.filter(
    ({ deployment }) =>
      isIn(window, deployment.finishedAt) &&
      scope.environments.includes(deployment.environment) &&
      groups.asksFor(deployment, deployment.finishedAt),
  );
}

function failedIn(context: QualityContext, judged: readonly Judged[]): readonly Judged[] {
  return judgedIn(context, judged).filter(({ failed }) => failed);
}

function unrecovered(failed: readonly Judged[]): FoundList {
  return listOf(
    failed
      .filter(({ recoveredAt }) => recoveredAt === undefined)
      .map(({ deployment, failureReasons }) => ({
        thing: 'deployment',
        id: deployment.id,
        services: [deployment.service],
        environment: deployment.environment,
        repository: deployment.repository,
        at: deployment.finishedAt,
        says: `failed (${failureReasons.map(({ rule }) => rule).join(', ')}), and nothing ended it yet`,
      })),
    failed.length,
  );
}

function linksByIncident(judged: readonly Judged[]): (incident: Incident) => LinksOfIncident {
  const byKey = (links: Judged['failureReasons']) =>
    groupBy(links, ({ incident }) => incident && incidentKey(incident));
  const believed = byKey(judged.flatMap(({ failureReasons }) => failureReasons));
  const doubted = byKey(judged.flatMap((one) => one.doubted));
  return (incident) => {
    const key = incidentKey(incident);
    return { believed: believed.get(key) ?? [], doubted: doubted.get(key) ?? [] };
  };
}

function foundIncident(incident: Incident, says: string): Found {
  return {
    thing: 'incident',
    id: incident.id,
    services: incident.services,
    environment: incident.environment,
    source: incident.source,
    at: incident.openedAt,
    says,
  };
}

function causeInWords({ cause }: Incident): string {
  if (cause?.deploymentId !== undefined) return `names deployment ${cause.deploymentId}`;
  if (cause?.sha !== undefined) return `names commit ${cause.sha}`;
  return `names version ${cause?.version ?? ''}`;
}

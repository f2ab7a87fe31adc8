import type {
  CommitEvent,
  DeliveryEvent,
  DeploymentEvent,
  IncidentEvent,
  ServiceEvent,
} from '@throughline/events';
import {
  dateOnTheWall,
  oracleDays,
  type OracleInterval,
  type OraclePeriod,
  oraclePeriods,
} from './calendar.js';
import { oracleFirstShipments } from './first-shipments.js';
import { oracleVerdicts } from './judgement.js';

export type OracleGrouping = 'none' | 'service' | 'team' | 'repository' | 'environment';

/** The question of `GET /v1/metrics`, with every default said. Times are epoch milliseconds. */
export interface OracleQuestion extends OraclePeriod {
  readonly interval: OracleInterval;
  readonly groupBy: OracleGrouping;
  readonly timezone: string;
  /** The environments that are production; of these `environments` are asked for. */
  readonly production: readonly string[];
  readonly environments: readonly string[];
  readonly services?: readonly string[] | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly repositories?: readonly string[] | undefined;
}

/** Anything that belongs to groups. */
interface Thing {
  readonly service: string;
  readonly environment: string;
  readonly repository?: string | undefined;
}

/**
 * Every row of `GET /v1/metrics`, from the events themselves and in the most obvious way: no
 * database, no shared code. Each thing must be stated once, services own files by `folder/**` only,
 * and every commit that is named must be there.
 */
export function oracleMetrics(events: readonly DeliveryEvent[], question: OracleQuestion) {
  const stated = events.filter((event) => !event.retracted);
  const commits = stated.filter((event): event is CommitEvent => event.type === 'commit');
  const deployments = stated.filter((one): one is DeploymentEvent => one.type === 'deployment');
  const incidents = stated.filter((event): event is IncidentEvent => event.type === 'incident');
  const catalogue = stated.filter((event): event is ServiceEvent => event.type === 'service');

  const entry = (service: string) => catalogue.find(({ name }) => name === service);
  const fromCatalogue = <T extends Thing>(thing: T) => ({
    ...thing,
    repository: thing.repository ?? entry(thing.service)?.repository,
  });
  const isAskedFor = ({ service, environment, repository }: Thing) =>
    question.environments.includes(environment) &&
    (question.services?.includes(service) ?? true) &&
    (question.teams?.includes(entry(service)?.team ?? '') ?? true) &&
    (question.repositories?.includes(repository ?? '') ?? true);
  const groupOf = ({ service, environment, repository }: Thing): string | null =>
    ({
      none: null,
      service,
      team: entry(service)?.team ?? null,
      repository: repository ?? null,
      environment,
    })[question.groupBy];

  // Commits: shipped where, or waiting for it.
  const shipments = oracleFirstShipments(commits, deployments);
  const finishOf = ({ service, environment, deploymentId }: (typeof shipments)[number]) =>
    Number(
      deployments.find(
        (one) =>
          one.service === service && one.environment === environment && one.id === deploymentId,
      )?.finishedAt,
    );
  const touches = (commit: CommitEvent, service: string) => {
    const folders = (entry(service)?.paths ?? []).map((glob) => glob.replace('**', ''));
    if (folders.length === 0 || (commit.paths ?? []).length === 0) return true;
    return (commit.paths ?? []).some((path) => folders.some((folder) => path.startsWith(folder)));
  };
  const places = [
    ...new Set(
      shipments.map(({ service, environment, repository }) =>
        JSON.stringify({ service, environment, repository }),
      ),
    ),
  ].map((place) => JSON.parse(place) as Required<Thing>);
  const ways = places.filter(isAskedFor).flatMap((place) =>
    commits
      .filter((commit) => commit.repository === place.repository && touches(commit, place.service))
      .map((commit) => {
        const shipment = shipments.find(
          (one) =>
            one.sha === commit.sha &&
            one.repository === place.repository &&
            one.service === place.service &&
            one.environment === place.environment,
        );
        const baseline = deployments
          .filter((one) => one.service === place.service && one.environment === place.environment)
          .filter(({ status }) => status === 'succeeded')
          .sort((a, b) => Number(a.finishedAt) - Number(b.finishedAt) || (a.id < b.id ? -1 : 1))[0];
        return {
          group: groupOf(place),
          authoredAt: commit.authoredAt,
          merge: commit.parents.length > 1,
          shippedAt: shipment && finishOf(shipment),
          ofBaseline: shipment !== undefined && shipment.deploymentId === baseline?.id,
        };
      }),
  );

  // Deployments and what became of them.
  const verdicts = oracleVerdicts(deployments, incidents, shipments)
    .map((verdict) => ({ ...verdict, thing: fromCatalogue(verdict.deployment) }))
    .filter(({ thing }) => isAskedFor(thing))
    .map((verdict) => ({ ...verdict, group: groupOf(verdict.thing) }));

  // Incidents: one that says nothing of an environment happened in production.
  const deployedTo = new Set(deployments.map(({ environment }) => environment));
  const asked = question.environments.filter((one) => question.production.includes(one));
  const unsaid = asked.find((environment) => deployedTo.has(environment)) ?? asked[0];
  const concerned = incidents.flatMap((incident) => {
    const environment = incident.environment ?? unsaid;
    if (environment === undefined || !question.environments.includes(environment)) return [];
    if (incident.services.length > 0) {
      const things = incident.services
        .map((service): Thing => fromCatalogue({ service, environment }))
        .filter(isAskedFor);
      return [...new Set(things.map(groupOf))].map((group) => ({ incident, group }));
    }
    if (question.services ?? question.teams ?? question.repositories) return [];
    return [{ incident, group: question.groupBy === 'environment' ? environment : null }];
  });

  const isIn = ({ start, end }: OraclePeriod, at: number | undefined) =>
    at !== undefined && at >= start && at < end;
  const waitsAtEndOf = ({ end }: OraclePeriod, way: (typeof ways)[number]) =>
    !way.merge && way.authoredAt < end && (way.shippedAt === undefined || way.shippedAt >= end);

  const periods = oraclePeriods(question, question.interval, question.timezone);
  const groups = new Set<string | null>([
    ...(question.groupBy === 'none' ? [null] : []),
    ...deployments.map(fromCatalogue).filter(isAskedFor).map(groupOf),
    ...(question.groupBy === 'environment'
      ? []
      : catalogue
          .map(({ name, repository }) => ({ service: name, repository }))
          .filter((one) =>
            question.environments.some((environment) => isAskedFor({ ...one, environment })),
          )
          .map((one) => groupOf({ ...one, environment: '' }))),
    ...concerned
      .filter(({ incident }) => isIn(question, incident.openedAt))
      .map(({ group }) => group),
    ...ways
      .filter(
        (way) =>
          isIn(question, way.shippedAt) || periods.some((period) => waitsAtEndOf(period, way)),
      )
      .map(({ group }) => group),
  ]);
  const inOrder = [...groups].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );

  return inOrder.flatMap((group) =>
    periods.map((period) => {
      const finished = verdicts.filter(
        (one) => one.group === group && isIn(period, one.finishedAt),
      );
      const rated = finished.filter(({ deployment }) => deployment.status !== 'cancelled');
      const failed = rated.filter((one) => one.failed);
      const reworked = rated.filter(({ rework }) => rework);
      const recoveries = failed.flatMap(({ recoveredAt, finishedAt }) =>
        recoveredAt === undefined ? [] : [(recoveredAt - finishedAt) / 1000],
      );
      const times = finished
        .filter(({ deployment }) => deployment.status === 'succeeded')
        .map(({ finishedAt }) => finishedAt)
        .sort((a, b) => a - b);
      const ofGroup = ways.filter((way) => way.group === group);
      const shipped = ofGroup.filter(({ shippedAt }) => isIn(period, shippedAt));
      const fresh = shipped.filter(({ ofBaseline }) => !ofBaseline);
      const plain = fresh.filter(({ merge }) => !merge);
      const opened = concerned
        .filter((one) => one.group === group && isIn(period, one.incident.openedAt))
        .map(({ incident }) => incident);
      const restored = opened.flatMap(({ openedAt, resolvedAt }) =>
        resolvedAt === undefined ? [] : [(resolvedAt - openedAt) / 1000],
      );
      return {
        group: question.groupBy === 'none' ? {} : { [question.groupBy]: group },
        start: new Date(period.start).toISOString(),
        end: new Date(period.end).toISOString(),
        deploymentFrequency: {
          deployments: times.length,
          perDay: times.length / oracleDays(period, question.timezone),
          daysWithDeployment: new Set(times.map((at) => dateOnTheWall(at, question.timezone))).size,
          medianSecondsBetween: nth(
            times.slice(1).map((at, index) => (at - Number(times[index])) / 1000),
            0.5,
          ),
        },
        changeLeadTime: {
          commits: plain.length,
          ...spread(
            plain.map(({ shippedAt, authoredAt }) => (Number(shippedAt) - authoredAt) / 1000),
          ),
          baselineCommits: shipped.length - fresh.length,
          mergeCommits: fresh.length - plain.length,
          waiting: ofGroup.filter((way) => waitsAtEndOf(period, way)).length,
        },
        changeFailRate: {
          failed: failed.length,
          deployments: rated.length,
          ...share(failed, rated),
        },
        recoveryTime: {
          failed: failed.length,
          recovered: recoveries.length,
          open: failed.length - recoveries.length,
          ...spread(recoveries),
        },
        reworkRate: {
          rework: reworked.length,
          deployments: rated.length,
          ...share(reworked, rated),
        },
        timeToRestore: {
          incidents: opened.length,
          resolved: restored.length,
          open: opened.length - restored.length,
          ...spread(restored),
        },
      };
    }),
  );
}

function nth(values: readonly number[], q: number): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor(q * values.length)] ?? null;
}

function spread(values: readonly number[]) {
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    p50: nth(values, 0.5),
    p75: nth(values, 0.75),
    p90: nth(values, 0.9),
    mean: values.length === 0 ? null : sum / values.length,
  };
}

/** The share, and the two shares from which it lies 1.96 standard errors away: where (p − p̂)² = z²·p(1 − p)/n. */
function share(some: readonly unknown[], all: readonly unknown[]) {
  const n = all.length;
  if (n === 0) return { rate: null, low: null, high: null };
  const rate = some.length / n;
  const z2 = 1.959963984540054 ** 2;
  const [a, b, c] = [n + z2, -(2 * n * rate + z2), n * rate ** 2];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  return { rate, low: (-b - root) / (2 * a), high: (-b + root) / (2 * a) };
}

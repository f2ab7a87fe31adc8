import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { parseEvent } from '@throughline/events';
import { expectedCounts } from './completeness.js';
import { sampleOrganisation } from './organisation.js';
import type { SampleDeployment, SampleEvent, SampleIncident } from './sample-event.js';
import { DAY } from './working-time.js';

const END = Date.UTC(2026, 2, 2);
const { start, end, events } = sampleOrganisation('northwind', END);

function digest(list: readonly SampleEvent[]): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('hex');
}

function all<Type extends SampleEvent['type']>(type: Type) {
  return events.filter(
    (event): event is Extract<SampleEvent, { type: Type }> => event.type === type,
  );
}

/** Only the last word on each thing. */
function latest<Event extends { id: string }>(versions: readonly Event[]): Event[] {
  return [...new Map(versions.map((version) => [version.id, version])).values()];
}

const commits = all('commit');
const services = all('service');
const deployments = latest<SampleDeployment>(all('deployment'));
const incidents = latest<SampleIncident>(all('incident'));
const inProduction = deployments.filter(({ environment }) => environment === 'production');
const commitOf = new Map(commits.map((commit) => [commit.sha, commit]));

describe('the sample organisation', () => {
  it('is the same for the same seed and day, at any time of that day', () => {
    const again = sampleOrganisation('northwind', END + DAY - 1);
    expect(digest(again.events)).toBe(digest(events));
    expect(digest(sampleOrganisation('another', END).events)).not.toBe(digest(events));
  });

  it('consists of events that the platform takes', () => {
    const refused = events.filter((event) => !parseEvent(event, 0).ok);
    expect(refused).toEqual([]);
    expect(events.length).toBeGreaterThan(6_000);
    expect(events.length).toBeLessThan(10_000);
  }, 30_000);

  it('has three teams and twelve services, four of them in one repository', () => {
    expect(new Set(services.map(({ team }) => team)).size).toBe(3);
    expect(services).toHaveLength(12);
    const shared = services.filter(({ paths }) => paths.length > 0);
    expect(shared.map(({ repository }) => repository)).toEqual(
      Array(4).fill('northwind/discovery'),
    );
  });

  it('stays within its 180 days', () => {
    expect(end - start).toBe(180 * DAY);
    const times = events.flatMap((event) =>
      event.type === 'service'
        ? []
        : Object.entries(event).flatMap(([field, value]) =>
            /At$|^at$/.test(field) ? [value as number] : [],
          ),
    );
    expect(Math.min(...times)).toBeGreaterThanOrEqual(start);
    expect(Math.max(...times)).toBeLessThan(end);
  });

  it('has whole repositories: each commit comes after its parents, in the list and in time', () => {
    const seen = new Map<string, number>();
    const misplaced = commits.filter(
      ({ repository, sha, parents, authoredAt, committedAt = 0 }) => {
        const inOrder = parents.every(
          (parent) =>
            commitOf.get(parent)?.repository === repository &&
            (seen.get(parent) ?? Infinity) <= committedAt,
        );
        const isNew = !seen.has(sha);
        seen.set(sha, committedAt);
        return !inOrder || !isNew || authoredAt > committedAt;
      },
    );
    expect(misplaced).toEqual([]);
    const roots = commits.filter(({ parents }) => parents.length === 0);
    expect(roots.map(({ repository }) => repository).sort()).toEqual(
      [...new Set(services.map(({ repository }) => repository))].sort(),
    );
    expect(commits.some(({ parents }) => parents.length === 2)).toBe(true);
  });

  it('deploys commits that are there, from the service’s own repository', () => {
    const repositoryOf = new Map(services.map(({ name, repository }) => [name, repository]));
    const astray = deployments.filter(
      ({ service, repository, sha = '', startedAt = 0, finishedAt = 0 }) => {
        const commit = commitOf.get(sha);
        const isOwn = repository === repositoryOf.get(service) && commit?.repository === repository;
        return !isOwn || startedAt < (commit?.committedAt ?? Infinity) || finishedAt <= startedAt;
      },
    );
    expect(astray).toEqual([]);
  });

  it('brings to production only what staging has seen, but for hotfixes and the first attempt', () => {
    const staged = new Set(
      deployments
        .filter(({ environment, status }) => environment === 'staging' && status === 'succeeded')
        .map(({ service, sha }) => `${service} ${sha}`),
    );
    const hotfixed = new Set(
      inProduction.filter(({ kind }) => kind === 'hotfix').map(({ sha }) => sha),
    );
    const unseen = inProduction.filter(
      ({ service, sha }) => !staged.has(`${service} ${sha}`) && !hotfixed.has(sha),
    );
    expect(unseen.map(({ service }) => service)).toEqual(['statement-export']);
  });

  it('has changes whose stages are in order and whose commits are there', () => {
    const disordered = all('change').filter((change) => {
      const { repository, mergeSha, openedAt, firstReviewAt, approvedAt, mergedAt } = change;
      const stages = [openedAt, firstReviewAt, approvedAt, mergedAt].filter(
        (at) => at !== undefined,
      );
      const inOrder = stages.every((at, index) => at >= (stages[index - 1] ?? 0));
      const shas = [...change.commits, mergeSha].filter((sha) => sha !== undefined);
      const isThere = shas.every((sha) => commitOf.get(sha)?.repository === repository);
      return !inOrder || !isThere || (mergeSha === undefined) !== (mergedAt === undefined);
    });
    expect(disordered).toEqual([]);
  });

  it('has rollbacks and hotfixes that name what they mend, and it happened before', () => {
    const began = new Map([
      ...deployments.map(
        ({ service, id, finishedAt }) => [`${service} ${id}`, finishedAt] as const,
      ),
      ...incidents.flatMap(({ services: about, id, openedAt }) =>
        about.map((service) => [`${service} ${id}`, openedAt] as const),
      ),
    ]);
    const mending = inProduction.filter(({ kind }) => kind !== undefined);
    expect(new Set(mending.map(({ kind }) => kind))).toEqual(new Set(['rollback', 'hotfix']));
    for (const { service, fixes = [], startedAt } of mending) {
      expect(fixes).toHaveLength(1);
      expect(began.get(`${service} ${fixes[0]}`)).toBeLessThan(startedAt ?? Number.NaN);
    }
    expect(inProduction.some(({ status }) => status === 'rolled_back')).toBe(true);
  });

  it('has incidents that name their cause in each of the three ways, and one that is still open', () => {
    const ways = new Set<string>();
    for (const { causedBy, services: about, openedAt } of incidents) {
      if (causedBy === undefined) continue;
      const [[way, value] = ['', '']] = Object.entries(causedBy);
      ways.add(way);
      const field = way === 'deploymentId' ? 'id' : (way as 'sha' | 'version');
      const causes = inProduction.filter(
        (deployment) => about.includes(deployment.service) && deployment[field] === value,
      );
      expect(causes.some(({ finishedAt }) => (finishedAt ?? end) <= openedAt)).toBe(true);
    }
    expect(ways).toEqual(new Set(['deploymentId', 'sha', 'version']));
    expect(incidents.filter(({ resolvedAt }) => resolvedAt === undefined)).toHaveLength(1);
    for (const { openedAt, acknowledgedAt, resolvedAt = end } of incidents) {
      expect(acknowledgedAt).toBeGreaterThan(openedAt);
      expect(resolvedAt).toBeGreaterThan(acknowledgedAt ?? Number.NaN);
    }
  });

  it('has a service that was never deployed, one that failed its only time, and work that waits', () => {
    const of = (name: string) => deployments.filter(({ service }) => service === name);
    expect(of('in-app-chat')).toEqual([]);
    expect(of('statement-export').map(({ status }) => status)).toEqual(['failed']);
    expect(
      deployments.some(({ unplanned, kind }) => unplanned === true && kind === undefined),
    ).toBe(true);
    const lastRelease = Math.max(...of('ios-app').map(({ startedAt }) => startedAt ?? 0));
    const waiting = commits.filter(
      ({ repository, committedAt = 0 }) =>
        repository === 'northwind/ios-app' && committedAt > lastRelease,
    );
    expect(waiting.length).toBeGreaterThan(0);
  });

  it('has teams with different habits, and a bad month of one of them', () => {
    const teamOf = new Map(services.map(({ name, team }) => [name, team]));
    const count = (team: string, of = inProduction) =>
      of.filter(({ service }) => teamOf.get(service) === team).length;
    expect(count('payments')).toBeGreaterThan(3 * count('search'));
    expect(count('search')).toBeGreaterThan(3 * count('mobile'));
    const causedBySearch = incidents.filter(
      ({ causedBy, services: [service = ''] }) =>
        causedBy !== undefined && teamOf.get(service) === 'search',
    );
    const isBad = ({ openedAt }: SampleIncident) =>
      openedAt >= start + 96 * DAY && openedAt < start + 127 * DAY;
    const bad = causedBySearch.filter(isBad).length / 31;
    const usual = causedBySearch.filter((incident) => !isBad(incident)).length / (180 - 31);
    expect(bad).toBeGreaterThan(2 * usual);
  });

  it('says what the platform is to count, by the last word on each deployment', () => {
    expect(expectedCounts({ start, end, events })).toEqual({
      succeeded: inProduction.filter(({ status }) => status === 'succeeded').length,
      finished: inProduction.length,
    });
  });
});

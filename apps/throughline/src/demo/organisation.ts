import type { Instant } from '@throughline/events';
import { Agenda } from './agenda.js';
import { ChangeWork } from './change-work.js';
import type { RepositoryPlan, ServicePlan, TeamPlan } from './company.js';
import { outages } from './outages.js';
import { platformFeedback, platformUse } from './platform-use.js';
import { Random } from './random.js';
import { ReleaseWork } from './release-work.js';
import { RepositoryHistory } from './repository-history.js';
import type { SampleEvent, SampleService } from './sample-event.js';
import { mobile } from './teams/mobile.js';
import { payments } from './teams/payments.js';
import { search } from './teams/search.js';
import { DAY, nextWorkingMoment, startOfDay } from './working-time.js';
import type { Workshop } from './workshop.js';

const DAYS = 180;
const TEAMS = [payments, search, mobile];

export interface SampleOrganisation {
  /** The first moment of the sample, and the first that is no longer part of it. */
  readonly start: Instant;
  readonly end: Instant;
  /** In the order in which they came to be known. */
  readonly events: readonly SampleEvent[];
}

/**
 * The sample organisation: three teams with different habits, twelve services, 180 days.
 * The same seed and end give the same events, to the last hash.
 *
 * @param end its day is the first that is left out
 */
export function sampleOrganisation(seed: string, end: Instant): SampleOrganisation {
  const lastMidnight = startOfDay(end);
  const start = lastMidnight - DAYS * DAY;
  const agenda = new Agenda(start, lastMidnight);
  const events: SampleEvent[] = [];
  const emit = (event: SampleEvent): void => {
    events.push(event);
  };
  for (const team of TEAMS) {
    for (const repository of team.repositories) {
      for (const service of repository.services)
        emit(catalogueEntry(team, repository, service, start));
      work(team, repository, { seed, start, end: lastMidnight, agenda, emit });
    }
  }
  for (const incident of outages(start, lastMidnight, new Random(`${seed}/outages`))) {
    agenda.schedule(incident.resolvedAt ?? incident.acknowledgedAt ?? incident.openedAt, () => {
      emit(incident);
    });
  }
  for (const team of TEAMS) {
    const said = platformFeedback(team, start, lastMidnight, seed);
    for (const event of [...platformUse(team, start, lastMidnight, seed), ...said]) {
      agenda.schedule(event.at, () => {
        emit(event);
      });
    }
  }
  agenda.run();
  return { start, end: lastMidnight, events };
}

interface Frame extends Pick<Workshop, 'agenda' | 'emit'> {
  readonly seed: string;
  readonly start: Instant;
  readonly end: Instant;
}

function catalogueEntry(
  { name: team }: TeamPlan,
  { name: repository, services }: RepositoryPlan,
  { name, tier, folders, onboardedOnDay = -400 }: ServicePlan,
  start: Instant,
): SampleService {
  return {
    type: 'service',
    name,
    team,
    owner: `${team}@northwind.example`,
    repository,
    // A repository of its own is the service's as a whole.
    paths: services.length === 1 ? [] : folders.map((folder) => `${folder}/**`),
    tier,
    runbookUrl: `https://runbooks.northwind.example/${name}`,
    onboardedAt: nextWorkingMoment(start + onboardedOnDay * DAY),
  };
}

/** Lets a team work on one repository from its first commit on. */
function work(
  { people, habits }: TeamPlan,
  { name, services }: RepositoryPlan,
  { seed, start, end, agenda, emit }: Frame,
): void {
  const random = new Random(`${seed}/${name}`);
  const history = new RepositoryHistory(name, seed, emit);
  let changes = 0;
  const nextChangeNumber = (): number => (changes += 1);
  const workshop = { agenda, random, history, habits, people, emit, nextChangeNumber };
  const releases = services.map((service) => new ReleaseWork(workshop, service, start, end));
  const firstDay =
    start + Math.min(...services.map((service) => service.onboardedOnDay ?? 0)) * DAY;
  const opening = nextWorkingMoment(firstDay);
  agenda.schedule(opening, () => {
    const paths = services.flatMap((service) =>
      service.folders.map((folder) => `${folder}/README.md`),
    );
    const author = random.pick(people);
    history.commitToMain({
      authoredAt: opening,
      committedAt: opening,
      author,
      paths: [...new Set(paths)],
    });
    for (const release of releases) release.plan();
    for (const service of services) {
      const changing = new ChangeWork(workshop, service, () => {
        for (const release of releases) release.mainLineMoved();
      });
      changing.plan(startOfDay(opening), end);
    }
  });
}

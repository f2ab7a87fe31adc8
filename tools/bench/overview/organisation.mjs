import { createHash } from 'node:crypto';
import { randomNumbers } from '../random-numbers.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const SERVICES_A_TEAM = 10;

/** How often services are deployed: the share of services, and how many times a day each of them. */
const RHYTHMS = [
  { share: 0.1, perDay: 1.14 },
  { share: 0.3, perDay: 0.36 },
  { share: 0.6, perDay: 0.088 },
];

/** Of deployments. */
const SHARES = { failed: 0.04, incident: 0.035, unplanned: 0.03 };

/**
 * The events of an organisation, service by service, each in the order of time: services of which
 * some share a repository, changes of a few commits that are merged, deployments of what was merged
 * since the one before, of which some fail, are rolled back or bring an incident about. The same
 * for the same numbers.
 *
 * @param {{ services: number, days: number, until: number }} size `until`: the end, in epoch milliseconds
 * @returns {Generator<object[]>} the events of a service
 */
export function* organisation({ services, days, until }) {
  for (let index = 0; index < services; index += 1) {
    yield [...serviceEvents(index, services, until - days * DAY, until)];
  }
}

/** @param {number} index */
export function serviceName(index) {
  return `service-${String(index).padStart(4, '0')}`;
}

function* serviceEvents(index, services, start, until) {
  const random = randomNumbers(index + 1);
  const service = serviceName(index);
  const team = Math.floor(index / SERVICES_A_TEAM);
  // Two services of every team live in one repository, each in a folder of its own.
  const shares = index % SERVICES_A_TEAM < 2;
  const repository = shares ? `bench/team-${team}` : `bench/${service}`;
  yield {
    type: 'service',
    name: service,
    team: `team-${team}`,
    repository,
    ...(shares ? { paths: [`services/${service}/**`] } : {}),
    tier: 1 + (index % 3),
    onboardedAt: start,
    updatedAt: start,
  };
  const { perDay } = rhythmOf(index, services);
  const history = new History(repository, service, random);
  let number = 0;
  for (let at = start; ; number += 1) {
    at += (-Math.log(1 - random()) * DAY) / perDay;
    if (at >= until) return;
    yield* deployment({ service, repository, number, at, random, history });
  }
}

/** Rhythms are mixed within teams. */
function rhythmOf(index, services) {
  const place = ((index * 7919) % services) / services;
  let sum = 0;
  return RHYTHMS.find(({ share }) => place < (sum += share)) ?? RHYTHMS[RHYTHMS.length - 1];
}

function* deployment({ service, repository, number, at, random, history }) {
  const finishedAt = Math.round(at);
  const took = Math.round((2 + 10 * random()) * MINUTE);
  const before = history.head;
  yield* history.change(finishedAt - took);
  const id = `${service}-${number}`;
  const failed = random() < SHARES.failed;
  const said = {
    type: 'deployment',
    service,
    environment: 'production',
    repository,
    startedAt: finishedAt - took,
    status: 'succeeded',
  };
  yield {
    ...said,
    id,
    sha: history.head,
    version: `1.${number}.0`,
    finishedAt,
    ...(failed ? { status: 'failed' } : {}),
    ...(random() < SHARES.unplanned ? { unplanned: true } : {}),
    url: `https://ci.example/${service}/${number}`,
  };
  if (failed && before !== undefined) {
    yield {
      ...said,
      id: `${id}-back`,
      sha: before,
      version: `1.${number - 1}.0`,
      kind: 'rollback',
      startedAt: finishedAt + 20 * MINUTE,
      finishedAt: finishedAt + 25 * MINUTE,
    };
  }
  if (random() < SHARES.incident) {
    const openedAt = finishedAt + Math.round(random() * HOUR);
    yield {
      type: 'incident',
      source: 'pager',
      id: `incident-${id}`,
      services: [service],
      environment: 'production',
      severity: 'major',
      openedAt,
      resolvedAt: openedAt + Math.round(random() * 6 * HOUR),
      title: `Errors of ${service} after ${id}`,
      // Half of them are only near it.
      ...(random() < 0.5 ? { causedBy: { deploymentId: id } } : {}),
    };
  }
}

/** What is merged into the main line of a repository by those who work on one service of it. */
class History {
  /** @type {string | undefined} */
  head;
  #number = 0;

  constructor(repository, service, random) {
    this.repository = repository;
    this.service = service;
    this.random = random;
  }

  /** One change of one to three commits, squashed or brought in by a merge commit. */
  *change(before) {
    this.#number += 1;
    const count = 1 + Math.floor(this.random() * 3);
    const age = this.random() * 3 * DAY;
    const base = this.head;
    const shas = [];
    for (let part = 0; part < count; part += 1) {
      const parent = shas[shas.length - 1] ?? base;
      const sha = this.#sha(`${part}`);
      shas.push(sha);
      yield this.#commit(sha, parent === undefined ? [] : [parent], before - age + part * MINUTE);
    }
    const mergedAt = Math.round(before - age * this.random() * 0.5) - MINUTE;
    this.head = shas[shas.length - 1];
    if (base !== undefined && this.random() < 0.6) {
      this.head = this.#sha('merge');
      yield this.#commit(this.head, [base, shas[shas.length - 1]], mergedAt);
    }
    yield {
      type: 'change',
      repository: this.repository,
      // Of two services in one repository each counts its own.
      number: this.#number * 1000 + (Number(this.service.slice(-4)) % 1000),
      openedAt: Math.round(before - age + count * MINUTE),
      firstReviewAt: Math.round(before - age * 0.8),
      mergedAt: Math.max(mergedAt, Math.round(before - age + count * MINUTE)),
      commits: shas,
      headSha: shas[shas.length - 1],
      mergeSha: this.head,
      branch: 'main',
      title: `Change ${this.#number} of ${this.service}`,
    };
  }

  #commit(sha, parents, at) {
    return {
      type: 'commit',
      repository: this.repository,
      sha,
      parents,
      authoredAt: Math.round(at),
      committedAt: Math.round(at),
      author: `author-${this.service}-${Math.floor(this.random() * 6)}`,
      branch: 'main',
      paths: [`services/${this.service}/file-${Math.floor(this.random() * 200)}.ts`],
    };
  }

  #sha(part) {
    return createHash('sha1').update(`${this.service} ${this.#number} ${part}`).digest('hex');
  }
}

import { randomNumbers } from '../random-numbers.mjs';
import { beta, exponential, lognormal, shuffled } from './draws.mjs';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Deployments a day: half of the services have fewer than the median. */
const RHYTHM = { median: 0.6, sigma: 1.1, most: 20 };

/** Change fail rates: Beta(1.5, 13.5), one in ten on average. Not the prior that the detector begins with. */
const RATES = { a: 1.5, b: 13.5 };

/** How long it takes until a failure that is not seen at once becomes known. */
const DELAY = { medianHours: 4, sigma: 1.5, mostHours: 72 };

/** How failures show themselves. */
const SHOWN = { status: 0.3, incident: 0.5 };

/** Incidents laid at the door of a deployment that had nothing to do with them, for each failure. */
const WRONGLY_BLAMED = 0.1;

/** The share of messages that are delivered twice. */
const DELIVERED_TWICE = 0.1;

/**
 * What becomes of one simulated service, as facts in the order in which they arrive: any order, some twice,
 * some in versions of which the newest counts. Outcomes are independent of each other.
 *
 * @param {{ seed: number, index: number, days: number }} service
 * @param {{ at: number, factor: number, deployments: number }} [shift] when its rate is multiplied, and after
 * how many more deployments it ends
 */
export function serviceFacts({ seed, index, days }, shift) {
  const random = randomNumbers(seed * 1_000_003 + index);
  const perDay = Math.min(RHYTHM.most, lognormal(random, RHYTHM.median, RHYTHM.sigma));
  const rate = beta(random, RATES.a, RATES.b);
  const until = shift === undefined ? days * DAY : shift.at;
  const messages = [];
  const tell = (kind, key, version, fact) => messages.push({ kind, key, version, fact });
  let at = 0;
  for (let number = 0, after = 0; ; number += 1) {
    at += exponential(random, DAY / perDay);
    if (at > until) {
      if (shift === undefined || after === shift.deployments) break;
      after += 1;
    }
    const failRate = at > until ? Math.min(0.9, rate * shift.factor) : rate;
    deploy({ random, tell, id: `d${number}`, at: Math.round(at), failed: random() < failRate });
    if (random() < WRONGLY_BLAMED * failRate) blameWrongly({ random, tell, id: `d${number}`, at });
  }
  const twice = messages.filter(() => random() < DELIVERED_TWICE);
  return shuffled(random, [...messages, ...twice]);
}

const PLACE = { service: 'api', environment: 'production' };

function deploy({ random, tell, id, at, failed }) {
  const startedAt = at - Math.round(exponential(random, HOUR / 6));
  const deployment = { ...PLACE, id, kind: 'deploy', fixes: [], startedAt };
  const how = failed ? random() : 1;
  const status = failed && how < SHOWN.status ? 'failed' : 'succeeded';
  tell('deployment', id, startedAt, { ...deployment, status: 'in_progress' });
  tell('deployment', id, at, { ...deployment, status, finishedAt: at });
  if (!failed || status === 'failed') return;
  const hours = Math.min(DELAY.mostHours, lognormal(random, DELAY.medianHours, DELAY.sigma));
  const knownAt = Math.round(at + hours * HOUR);
  if (how < SHOWN.status + SHOWN.incident) openIncident({ random, tell, id, openedAt: knownAt });
  else giveVerdict({ tell, id, at: knownAt, failed: true });
}

/** An incident whose cause was named wrongly, until somebody said so. */
function blameWrongly({ random, tell, id, at }) {
  const openedAt = Math.round(at + exponential(random, 12 * HOUR));
  openIncident({ random, tell, id, openedAt });
  giveVerdict({ tell, id, at: Math.round(openedAt + exponential(random, DAY)), failed: false });
}

function openIncident({ random, tell, id, openedAt }) {
  const key = `i-${id}-${openedAt}`;
  const incident = {
    source: 'pager',
    id: key,
    services: [PLACE.service],
    environment: PLACE.environment,
    openedAt,
    cause: { deploymentId: id },
  };
  const resolvedAt = openedAt + Math.round(exponential(random, 3 * HOUR));
  tell('incident', key, openedAt, incident);
  tell('incident', key, resolvedAt, { ...incident, resolvedAt });
}

function giveVerdict({ tell, id, at, failed }) {
  const verdict = { ...PLACE, deploymentId: id, failed, by: 'ada', reason: 'looked at it', at };
  tell('verdict', id, at, verdict);
}

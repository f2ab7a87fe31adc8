import { calibrate, spikeEpisodes } from '../../libs/dora/dist/index.js';
import { outcomesOfMessages } from './alerting/arrivals.mjs';
import { COMMON_RULES, commonEpisodes, endAt } from './alerting/common-rules.mjs';
import { serviceFacts } from './alerting/fleet.mjs';
import { runLengthErrorMax } from './alerting/run-lengths.mjs';

const DAY = 24 * 60 * 60 * 1000;
const DAYS = 730;
const YEARS = DAYS / 365;
const MONTH = 30 * DAY;

/** By how much the change fail rate of a service is multiplied, after a year of the usual. */
const SHIFTS = { x2: 2, x3: 3, x5: 5 };
const SHIFT_AT = 365 * DAY;

/** How many deployments a shift is followed for; what was not found by then counts as longer than any. */
const FOLLOWED = 250;

const OURS = 'ours';

/** A fifth more deployments is about as soon. */
const AS_SOON = 1.2;

const LARGE = { services: 400, seeds: [1, 2, 3], runs: 20_000 };
const SHORT = { services: 60, seeds: [1], runs: 10_000 };

/**
 * How often the spike detector alerts where nothing changed, and how soon where something did, on fleets of
 * simulated services, beside the rules that people write by hand on the very same fleets. The ratio is the
 * false alarms of the best of those rules over ours, fleet by fleet: of the rules that find a threefold rate
 * about as soon, since a rule that finds nothing raises no false alarm either.
 *
 * @param {(line: string) => void} say
 * @param {{ short: boolean }} form
 */
export async function run(say, { short }) {
  const { services, seeds, runs } = short ? SHORT : LARGE;
  const runLengthError = runLengthErrorMax(runs);
  say(`run lengths: at most ${(100 * runLengthError).toFixed(1)} % from ${runs} played ones each`);
  const fleets = seeds.map((seed) => {
    const fleet = measureFleet(seed, services);
    for (const [name, measured] of Object.entries(fleet)) {
      say(`fleet ${seed}, ${name}: ${inWords(figuresOf([measured]))}`);
    }
    return fleet;
  });
  const figures = Object.fromEntries(
    Object.keys(fleets[0]).map((name) => [name, figuresOf(fleets.map((fleet) => fleet[name]))]),
  );
  const { [OURS]: ours, ...rules } = figures;
  say(`all fleets: ${inWords(ours)}`);
  return {
    ratios: fleets.map(({ [OURS]: detector, ...others }) => {
      const asSoon = Object.values(others).filter(
        ({ delays }) => median(delays.x3) <= AS_SOON * median(detector.delays.x3),
      );
      const fewest = Math.min(...asSoon.map(({ falseAlarms }) => mean(falseAlarms)));
      return fewest / mean(detector.falseAlarms);
    }),
    figures: { ...ours, runLengthErrorMax: runLengthError, rules },
  };
}

/** What each detector did on one fleet: false alarms a year of each service, delays of each shift. */
function measureFleet(seed, services) {
  const indices = Array.from({ length: services }, (_, index) => index);
  const quiet = indices.map((index) =>
    outcomesOfMessages(serviceFacts({ seed, index, days: DAYS })),
  );
  const calibrations = Array.from({ length: Math.floor((DAYS * DAY) / MONTH) }, (_, month) =>
    calibrate(quiet, (month + 1) * MONTH),
  );
  const fleet = Object.fromEntries(
    [OURS, ...Object.keys(COMMON_RULES)].map((name) => [
      name,
      { falseAlarms: [], delays: { x2: [], x3: [], x5: [] } },
    ]),
  );
  for (const outcomes of quiet) {
    for (const [name, starts] of Object.entries(startsOf(outcomes, calibrations))) {
      fleet[name].falseAlarms.push(starts.filter((at) => at <= DAYS * DAY).length / YEARS);
    }
  }
  for (const [shift, factor] of Object.entries(SHIFTS)) {
    for (const index of indices) {
      const shifted = { at: SHIFT_AT, factor, deployments: FOLLOWED };
      const outcomes = outcomesOfMessages(serviceFacts({ seed, index, days: DAYS }, shifted));
      for (const [name, starts] of Object.entries(startsOf(outcomes, calibrations))) {
        fleet[name].delays[shift].push(delayOf(outcomes, starts));
      }
    }
  }
  return fleet;
}

function startsOf(outcomes, calibrations) {
  const { episodes } = spikeEpisodes(outcomes, { calibrations, falseAlarmsPerYear: 1 }, Infinity);
  return { [OURS]: episodes.map(({ startedAt }) => startedAt), ...commonEpisodes(outcomes) };
}

/** How many deployments finished after the shift until the first alert that began after it. */
function delayOf(outcomes, starts) {
  const found = starts.find((at) => at > SHIFT_AT);
  if (found === undefined) return Infinity;
  return endAt(outcomes, found) - endAt(outcomes, SHIFT_AT);
}

function figuresOf(measured) {
  const falseAlarms = measured.flatMap((one) => one.falseAlarms);
  return {
    falseAlarmsPerServiceYear: {
      mean: rounded(mean(falseAlarms)),
      p95: quantile(falseAlarms, 0.95),
    },
    delayDeployments: Object.fromEntries(
      Object.keys(SHIFTS).map((shift) => {
        const delay = median(measured.flatMap(({ delays }) => delays[shift]));
        return [shift, Number.isFinite(delay) ? delay : null];
      }),
    ),
  };
}

function inWords({ falseAlarmsPerServiceYear: { mean, p95 }, delayDeployments: { x2, x3, x5 } }) {
  return `${mean} false alarms a year and service (p95 ${p95}), found ×2 after ${delay(x2)} deployments, ×3 after ${delay(x3)}, ×5 after ${delay(x5)}`;
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function delay(deployments) {
  return deployments ?? `more than ${FOLLOWED}`;
}

function median(values) {
  return quantile(values, 0.5);
}

function quantile(values, q) {
  return [...values].sort((a, b) => a - b)[Math.floor(q * values.length)];
}

function rounded(value) {
  return Math.round(value * 1000) / 1000;
}

const DAY = 24 * 60 * 60 * 1000;

/** What the rules compare with: the 90 days before the newest 7. */
const BASELINE = { days: 90, leftOut: 7, fewest: 10 };

/**
 * The rules that people write by hand, by name: whether each holds for what was seen. Two baselines are the
 * same: `rate` is what was counted, `smoothed` one failure and ten deployments more, for rules that would
 * otherwise take the first failure ever for proof.
 */
export const COMMON_RULES = {
  'change fail rate of 7 days above 15 %': ({ days7 }) => rateOf(days7) > 0.15,
  'change fail rate of 7 days above 2× that of 90 days': ({ days7, rate }) =>
    rateOf(days7) > 2 * rate,
  'the same, with 5 deployments and 2 failures at least': ({ days7, rate }) =>
    days7.n >= 5 && days7.k >= 2 && rateOf(days7) > 2 * rate,
  'p-chart with 3σ on 7 days': ({ days7, smoothed }) =>
    days7.n > 0 && rateOf(days7) > smoothed + 3 * Math.sqrt((smoothed * (1 - smoothed)) / days7.n),
  '4× over the last 5 and 2.5× over the last 20': ({ last5, last20, smoothed }) =>
    rateOf(last5) >= 4 * smoothed && rateOf(last20) >= 2.5 * smoothed,
  'exact binomial on 14 days, 1 in 100': ({ days14, smoothed }) =>
    days14.k > 0 && chanceOfAtLeast(days14, smoothed) < 0.01,
};

/** A rule has to stop holding for so long before it holds anew: what flaps is one episode. */
const LULL = DAY;

/**
 * When each rule began to hold, looking whenever a deployment finishes or a failure becomes known.
 *
 * @returns {Record<string, number[]>} starts of episodes, by rule
 */
export function commonEpisodes(outcomes) {
  const starts = Object.fromEntries(Object.keys(COMMON_RULES).map((name) => [name, []]));
  const heldAt = Object.fromEntries(Object.keys(COMMON_RULES).map((name) => [name, -Infinity]));
  let baseline = { day: NaN };
  for (const now of momentsOf(outcomes)) {
    const day = Math.floor(now / DAY);
    if (day !== baseline.day) baseline = { day, ...baselineOf(outcomes, now) };
    if (baseline.n < BASELINE.fewest) continue;
    const seen = { ...windowsOf(outcomes, now), ...baseline };
    for (const [name, holds] of Object.entries(COMMON_RULES)) {
      if (!holds(seen)) continue;
      if (now - heldAt[name] > LULL) starts[name].push(now);
      heldAt[name] = now;
    }
  }
  return starts;
}

function momentsOf(outcomes) {
  const all = outcomes.flatMap(({ finishedAt, failedAt }) => [finishedAt, failedAt ?? finishedAt]);
  return [...new Set(all)].sort((a, b) => a - b);
}

function baselineOf(outcomes, now) {
  const newest = now - BASELINE.leftOut * DAY;
  const count = { n: 0, k: 0 };
  for (let index = endAt(outcomes, newest) - 1; index >= 0; index -= 1) {
    if (outcomes[index].finishedAt < newest - BASELINE.days * DAY) break;
    add(count, outcomes[index], now);
  }
  return { ...count, rate: rateOf(count), smoothed: (count.k + 1) / (count.n + 10) };
}

function windowsOf(outcomes, now) {
  const [last5, last20, days7, days14] = [0, 0, 0, 0].map(() => ({ n: 0, k: 0 }));
  const end = endAt(outcomes, now);
  for (let index = end - 1; index >= 0; index -= 1) {
    const age = now - outcomes[index].finishedAt;
    if (end - index > 20 && age > 14 * DAY) break;
    if (end - index <= 5) add(last5, outcomes[index], now);
    if (end - index <= 20) add(last20, outcomes[index], now);
    if (age <= 7 * DAY) add(days7, outcomes[index], now);
    if (age <= 14 * DAY) add(days14, outcomes[index], now);
  }
  return { last5, last20, days7, days14 };
}

function add(count, { failedAt }, now) {
  count.n += 1;
  if (failedAt <= now) count.k += 1;
}

/** How many had finished by an instant. */
export function endAt(outcomes, instant) {
  let [low, high] = [0, outcomes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (outcomes[middle].finishedAt <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rateOf({ n, k }) {
  return n === 0 ? 0 : k / n;
}

function chanceOfAtLeast({ n, k }, p) {
  let [term, below] = [(1 - p) ** n, 0];
  for (let failed = 0; failed < k; failed += 1) {
    below += term;
    term *= ((n - failed) / (failed + 1)) * (p / (1 - p));
  }
  return 1 - below;
}

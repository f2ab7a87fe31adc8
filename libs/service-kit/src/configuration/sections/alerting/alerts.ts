import { z } from 'zod';
import { duration, plainName, share, wholeNumber } from '../../values.js';
import { defineSection } from '../section.js';
import { describeRule } from './describe-rule.js';
import { limitOf } from './limits.js';
import { receiver } from './receivers.js';
import { alertScope } from './scope.js';
import { THRESHOLD_METRIC_NAMES, THRESHOLD_METRICS } from './threshold-metrics.js';

/** The word for whose the service is, by `routes`. */
export const OWNERS = 'owners';

const DAY_SECONDS = 24 * 3600;

const common = {
  name: plainName,
  for: alertScope,
  /** Names of receivers, receivers, or `owners`. */
  notify: z
    .array(z.union([plainName, receiver]))
    .max(100)
    .default([OWNERS]),
};

const severity = z.enum(['notify', 'page']);

const per = z.enum(['service', 'team', 'everything']).default('service');

const limit = z.union([z.string(), z.number()]).optional();

const spike = z.strictObject({
  ...common,
  rule: z.literal('change-failure-spike'),
  /** How many false alarms a year and service are put up with. */
  falseAlarmsPerYear: z.number().min(0.1).max(12).default(1),
});

const threshold = z
  .strictObject({
    ...common,
    rule: z.literal('threshold'),
    /** A number of a row of `/v1/metrics`. */
    metric: z.enum(THRESHOLD_METRIC_NAMES),
    above: limit,
    below: limit,
    /** Over how long the number is worked out. */
    window: duration.default(30 * DAY_SECONDS),
    /** Over fewer things the number says nothing; what counts things says what it says over any number. */
    atLeast: wholeNumber(0, 1_000_000).optional(),
    /** For how long it must be beyond the limit. */
    hold: duration.default(0),
    per,
    severity: severity.default('notify'),
  })
  .transform(({ above, below, ...rest }, context) => {
    const given = above ?? below;
    const isCount = THRESHOLD_METRICS[rest.metric].unit === 'count';
    const { atLeast = isCount ? 0 : 10 } = rest;
    if (given === undefined || (above !== undefined && below !== undefined)) {
      context.addIssue({
        code: 'custom',
        path: [given === undefined ? 'above' : 'below'],
        message: 'give either above or below',
      });
      return z.NEVER;
    }
    const direction: 'above' | 'below' = above === undefined ? 'below' : 'above';
    const parsed = limitOf(rest.metric, given);
    if (typeof parsed === 'number') return { ...rest, atLeast, direction, limit: parsed };
    context.addIssue({ code: 'custom', path: [direction], message: parsed.fault, input: given });
    return z.NEVER;
  });

const drift = z.strictObject({
  ...common,
  rule: z.literal('drift'),
  metric: z.enum(['changeLeadTime', 'recoveryTime']),
  /** The present. */
  window: duration.default(14 * DAY_SECONDS),
  /** What it is held against: as long before it. */
  before: duration.default(90 * DAY_SECONDS),
  atLeast: wholeNumber(5, 1_000_000).default(20),
  per,
  severity: severity.default('notify'),
});

const openFailure = z.strictObject({
  ...common,
  rule: z.literal('open-failure'),
  severity: severity.default('page'),
});

const sourceSilent = z.strictObject({
  ...common,
  rule: z.literal('source-silent'),
  severity: severity.default('notify'),
});

const burnRate = z.strictObject({
  ...common,
  rule: z.literal('burn-rate'),
  /** The share of changes that may fail. */
  objective: share.refine((value) => value > 0 && value < 1, 'is between 0 and 1, such as 0.15'),
});

const rule = z.discriminatedUnion('rule', [
  spike,
  threshold,
  drift,
  openFailure,
  sourceSilent,
  burnRate,
]);

export type AlertRule = z.output<typeof rule>;
export type AlertRuleOf<Kind extends AlertRule['rule']> = Extract<AlertRule, { rule: Kind }>;

/** What is watched without a word of configuration. */
const DEFAULT_RULE: AlertRule = {
  name: 'change-failures',
  rule: 'change-failure-spike',
  for: {},
  notify: [OWNERS],
  falseAlarmsPerYear: 1,
};

/** Rules that may stand beside each other. */
export const alertRulesSchema = z
  .array(rule)
  .max(1000)
  .superRefine((rules, context) => {
    for (const [index, { name }] of rules.entries()) {
      if (rules.findIndex((other) => other.name === name) === index) continue;
      context.addIssue({
        code: 'custom',
        path: [index, 'name'],
        message: 'is the name of another rule: alerts are known by the names of their rules',
      });
    }
  });

/** What alerts are raised for. */
export const alertsSection = defineSection({
  schema: alertRulesSchema.default([DEFAULT_RULE]),
  describe: (rules) =>
    rules.length === 0 ? ['Nothing raises an alert: `alerts` is empty.'] : rules.map(describeRule),
});

import { ALERT_KINDS, ALERT_SEVERITIES } from '@throughline/dora';
import { z } from 'zod';
import { exportParameters } from '../csv/csv-parameters.js';
import { pagingParameters } from '../paging/paging.js';
import { names, someOf } from '../scope/scope-parameters.js';
import { windowParameters } from '../scope/window-parameters.js';

export const ALERT_STATES = ['firing', 'resolved'] as const;

/** The question of `GET /v1/alerts`. */
export const alertListParameters = z.strictObject({
  ...windowParameters,
  service: names('alerts about these services'),
  team: names('alerts about what was of these teams when they were opened'),
  environment: names(
    'alerts about these environments; the name of a class in throughline.yaml stands for all of its. Default: whatever they are about',
  ),
  rule: names('alerts of these rules, by their names in throughline.yaml'),
  kind: someOf(ALERT_KINDS),
  severity: someOf(ALERT_SEVERITIES),
  state: someOf(ALERT_STATES),
  ...pagingParameters,
  ...exportParameters,
});

export type AlertsQuestion = Omit<z.output<typeof alertListParameters>, 'limit'> & {
  readonly limit: number;
};

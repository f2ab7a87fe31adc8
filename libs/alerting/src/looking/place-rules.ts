import type { Calibration } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { AlertRule } from '@throughline/service-kit';
import type { Looked } from './looked.js';
import type { PlaceHistory } from './place-histories.js';
import { lookForBurnRate } from './rules/burn-rate.js';
import { lookForOpenFailures } from './rules/open-failures.js';
import { lookForSpikes } from './rules/spikes.js';

/** A rule and everything that it goes by in a place. */
export interface PlaceQuestion {
  readonly place: PlaceHistory;
  readonly calibrations: readonly Calibration[];
  /** When people said that what was failing then is normal. */
  readonly newNormals: readonly Instant[];
  readonly now: Instant;
}

/** What a rule about single places says of one; nothing of rules that are about more than one place. */
export function lookAtPlace(rule: AlertRule, question: PlaceQuestion): readonly Looked[] {
  switch (rule.rule) {
    case 'change-failure-spike':
      return lookForSpikes(rule, question);
    case 'open-failure':
      return lookForOpenFailures(rule, question);
    case 'burn-rate':
      return lookForBurnRate(rule, question);
    default:
      return [];
  }
}

/** Whether a rule is about single places, and not about all that it is for at once. */
export function isAboutPlaces({ rule }: AlertRule): boolean {
  return rule === 'change-failure-spike' || rule === 'open-failure' || rule === 'burn-rate';
}

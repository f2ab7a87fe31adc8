import { DAY, march } from '../facts/facts.fixture.js';
import { labelMaturity } from './label-maturity.js';
import type { Outcome } from './outcome.js';
import type { SpikeSettings } from './spike-episodes.js';

/**
 * A fleet in which every service fails its users in one deployment of ten: by the published table a failure
 * then adds 4, and where many false alarms are put up with it is an alert at 11.
 */
export const SETTINGS: SpikeSettings = {
  calibrations: [{ since: -Infinity, prior: { a: 100, b: 900 }, maturity: labelMaturity([]) }],
  falseAlarmsPerYear: 12,
};

/**
 * Deployments from the first of March on, one for each sign: `o` clean, `x` a failure that was known at once;
 * by default four days apart, so that all but the newest have shown what they are.
 */
export function outcomes(signs: string, apart = 4 * DAY): Outcome[] {
  return Array.from(signs, (sign, index) => {
    const finishedAt = march(1) + index * apart;
    const id = `d${String(index).padStart(4, '0')}`;
    return sign === 'x'
      ? { id, finishedAt, failedAt: finishedAt, reasons: ['status'] }
      : { id, finishedAt, reasons: [] };
  });
}

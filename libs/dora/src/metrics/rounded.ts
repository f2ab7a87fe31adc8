import type { Rounding } from '../definitions/definition.js';

const UNIT = { none: 0, minutes_down: 60, hours_down: 3600 } as const;

/** A duration in seconds as a tool that cuts its durations to whole units has it. */
export function rounded(seconds: number, rounding: Rounding): number {
  const unit = UNIT[rounding];
  return unit === 0 ? seconds : Math.trunc(seconds / unit) * unit;
}

import { duration, writtenDuration } from '../../values.js';
import { THRESHOLD_METRICS, type ThresholdMetricName } from './threshold-metrics.js';

/** A limit in the unit of its metric, or what is wrong with it. */
export function limitOf(
  metric: ThresholdMetricName,
  given: string | number,
): number | { readonly fault: string } {
  switch (THRESHOLD_METRICS[metric].unit) {
    case 'seconds': {
      const parsed = duration.safeParse(given);
      if (parsed.success) return parsed.data;
      return { fault: `is no length of time, which ${metric} is: write 4h, 30m or 2d` };
    }
    case 'share': {
      const value = shareOf(String(given));
      if (value !== undefined && value >= 0 && value <= 1) return value;
      return { fault: `is no share, which ${metric} is: write 15% or 0.15` };
    }
    case 'count': {
      const value = numberOf(String(given));
      if (value !== undefined) return value;
      return { fault: `is no number, which ${metric} is: write 3 or 0.5` };
    }
  }
}

/** A limit as it would be written in the file. */
export function writtenLimit(metric: ThresholdMetricName, limit: number): string {
  switch (THRESHOLD_METRICS[metric].unit) {
    case 'seconds':
      return writtenDuration(limit);
    case 'share':
      return writtenShare(limit);
    case 'count':
      return String(limit);
  }
}

/** 0.07 times 100 is not quite 7 to a machine. */
export function writtenShare(share: number): string {
  return `${Number((share * 100).toFixed(6))}%`;
}

function shareOf(text: string): number | undefined {
  if (!text.endsWith('%')) return numberOf(text);
  const percent = numberOf(text.slice(0, -1));
  return percent === undefined ? undefined : percent / 100;
}

function numberOf(text: string): number | undefined {
  return /^\d*\.?\d+$/.test(text) ? Number(text) : undefined;
}

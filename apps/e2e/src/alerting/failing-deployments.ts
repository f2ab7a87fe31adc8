const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function deployment(service: string, id: string, finishedAt: number, status: string) {
  return { type: 'deployment', service, environment: 'production', id, status, finishedAt };
}

/** A quarter of a service that fails once in fifteen times, up to five days ago. */
export function usualQuarter(service: string, now: number): readonly object[] {
  return Array.from({ length: 90 }, (_, day) =>
    deployment(
      service,
      `${service}-usual-${day}`,
      now - (95 - day) * DAY,
      day % 15 === 7 ? 'failed' : 'succeeded',
    ),
  );
}

/** Eight failures in a row, the last of them at a moment. */
export function runOfFailures(service: string, endingAt: number): readonly object[] {
  return Array.from({ length: 8 }, (_, index) =>
    deployment(service, `${service}-failing-${index}`, endingAt - (7 - index) * MINUTE, 'failed'),
  );
}

/** Sixty deployments that went well, from an hour after a moment up to another. */
export function cleanRun(service: string, from: number, to: number): readonly object[] {
  const [first, count] = [from + HOUR, 60];
  return Array.from({ length: count }, (_, index) =>
    deployment(
      service,
      `${service}-clean-${index}`,
      first + Math.round(((to - first) * index) / count),
      'succeeded',
    ),
  );
}

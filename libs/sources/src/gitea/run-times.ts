type Time = string | null | undefined;

/** When a run or a job began, and when what is said of it was true; `undefined` before it began. */
export function runTimes(
  status: string | null | undefined,
  started: Time,
  completed: Time,
): { readonly startedAt: string | undefined; readonly updatedAt: string } | undefined {
  const startedAt = happened(started);
  const endedAt = status === 'completed' ? happened(completed) : undefined;
  const updatedAt = endedAt ?? startedAt;
  return updatedAt === undefined ? undefined : { startedAt, updatedAt };
}

/** Gitea and Forgejo write the beginning of unix time, or of the calendar, for what did not happen yet. */
function happened(time: Time): string | undefined {
  return time && Date.parse(time) > 0 ? time : undefined;
}

interface Past {
  readonly failures: readonly { readonly recoveredAt: string | null }[];
  readonly incidents: readonly { readonly resolvedAt: string | null }[];
}

/** When the last thing that was wrong was put right; null where nothing was wrong. */
export function calmSince({ failures, incidents }: Past): string | null {
  const ends = [
    ...failures.map(({ recoveredAt }) => recoveredAt),
    ...incidents.map(({ resolvedAt }) => resolvedAt),
  ].filter((time) => time !== null);
  return ends.reduce<string | null>(
    (last, time) => (last === null || Date.parse(time) > Date.parse(last) ? time : last),
    null,
  );
}

const SECONDS = { d: 86_400, h: 3_600, min: 60, s: 1 } as const;

/** The seconds that `8 d 1 h` says. */
export function secondsSaid(words: string): number {
  const parts = [...words.matchAll(/([\d,.]+) (d|h|min|s)\b/g)];
  if (parts.length === 0) throw new Error(`"${words}" says no duration`);
  return parts.reduce(
    (sum, [, number = '', unit = '']) =>
      sum + Number(number.replaceAll(',', '')) * SECONDS[unit as keyof typeof SECONDS],
    0,
  );
}

/** What the last unit of a duration rounds away at most, in seconds. */
export function roundingOf(words: string): number {
  const unit =
    words
      .match(/ (d|h|min|s)\b/g)
      ?.at(-1)
      ?.trim() ?? 's';
  // Of `2 d` the hours are zero, or rounded to it.
  const smaller = { d: 3_600, h: 60, min: 1, s: 1 }[unit as keyof typeof SECONDS];
  const isAlone = words.match(/ (d|h|min|s)\b/g)?.length === 1;
  return (isAlone ? smaller : SECONDS[unit as keyof typeof SECONDS]) / 2;
}

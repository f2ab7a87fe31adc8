const CUT = '… (cut)';

/**
 * Cuts a text that is too long, and says so.
 *
 * @param limit in UTF-16 units, of what is written
 * @param write how one character is written where it goes: escaped
 */
export function shorten(
  text: string,
  limit: number,
  write: (text: string) => string = (same) => same,
): string {
  const whole = write(text);
  if (whole.length <= limit) return whole;
  let kept = '';
  for (const character of text) {
    const written = write(character);
    if (kept.length + written.length + CUT.length > limit) break;
    kept += written;
  }
  return kept + CUT;
}

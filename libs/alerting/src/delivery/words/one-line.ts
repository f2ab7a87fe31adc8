/**
 * Controls, line ends and what turns the direction of writing: nothing of it belongs into a name, and
 * a name with it could write a header of a mail, or make a sentence read as another one.
 */
const UNWRITABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu;

/** A text as one line that says what it shows. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(UNWRITABLE, ' ').replace(/ {2,}/g, ' ').trim();
}

/**
 * What shows as nothing, or turns what follows around, and has no business in a line of text: it can
 * only hide something from the people who read it. The joiner of emoji stays; the variation selectors
 * beyond the first sixteen, of which whole messages have been made, do not.
 */
const HIDDEN = /(?!\u{200D})\p{Cf}|[\u{E0100}-\u{E01EF}]|\p{Cs}|\p{Co}/gu;

/** Line ends and other control characters, and any run of white space. */
const WHITE = /[\p{Cc}\p{Z}]+/gu;

/**
 * A text that somebody outside wrote (a title, a name, an id), as one line that shows all that it
 * says. It is still foreign: whoever puts it into HTML or Markdown escapes it there.
 *
 * @param length in characters; what is longer ends with an ellipsis
 */
export function foreignText(text: string, length: number): string {
  const shown = Array.from(text.replace(HIDDEN, '').replace(WHITE, ' ').trim());
  return shown.length <= length ? shown.join('') : `${shown.slice(0, length - 1).join('')}…`;
}

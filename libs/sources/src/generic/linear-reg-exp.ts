import { RE2JS } from 're2js';

/**
 * A regular expression as JSONata uses one, without trying every way to match: JavaScript's own may take
 * hours for a short text, and no limit of time ends it meanwhile.
 */
export class LinearRegExp {
  lastIndex = 0;
  readonly #expression: RE2JS;

  /** @throws for what cannot be matched so: look-ahead, look-behind and references to groups. */
  constructor(expression: RegExp) {
    this.#expression = RE2JS.compile(RE2JS.translateRegExp(expression));
  }

  /** Searches from `lastIndex` on, as JavaScript does with the flag `g`. */
  exec(text: string): RegExpExecArray | null {
    const matcher = this.#expression.matcher(text);
    if (!matcher.find(this.lastIndex)) {
      this.lastIndex = 0;
      return null;
    }
    this.lastIndex = matcher.end();
    const groups = Array.from(
      { length: matcher.groupCount() + 1 },
      (_, index) => matcher.group(index) ?? undefined,
    );
    return Object.assign(groups, { index: matcher.start(), input: text }) as RegExpExecArray;
  }
}

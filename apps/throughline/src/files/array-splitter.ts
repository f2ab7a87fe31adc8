import { CommandFailure } from '../command-failure.js';
import { type EventText, LONGEST_EVENT, type Splitter } from './event-text.js';

/**
 * Cuts one JSON array into its elements as it streams by: enough of JSON to know where an element
 * ends (strings, and how deep brackets are nested), so that no file is ever held whole.
 */
export class ArraySplitter implements Splitter {
  private element = '';
  private elementLine = 1;
  private line = 1;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private closed = false;
  private hadComma = false;

  constructor(private readonly file: string) {}

  *push(text: string): Generator<EventText> {
    let start = 0;
    for (let index = 0; index < text.length; index += 1) {
      const character = text[index] ?? '';
      if (character === '\n') this.line += 1;
      if (this.closed && character.trim() !== '') throw this.fault('there is more after the array');
      if (this.inString) {
        this.readInString(character);
      } else if (character === '"') {
        this.inString = true;
      } else if (character === '[' || character === '{') {
        this.depth += 1;
        if (this.depth === 1) start = index + 1;
      } else if (character === ']' || character === '}' || character === ',') {
        if (this.depth === 1) {
          this.element += text.slice(start, index);
          yield* this.finishElement(character);
          start = index + 1;
        }
        if (character !== ',') this.depth -= 1;
        if (this.depth === 0) this.closed = true;
      }
    }
    if (!this.closed) this.keep(text.slice(start));
  }

  end(): readonly EventText[] {
    if (this.closed) return [];
    throw this.fault('the file ends in the middle of the array; it may be cut off');
  }

  private readInString(character: string): void {
    if (this.escaped) this.escaped = false;
    else if (character === '\\') this.escaped = true;
    else if (character === '"') this.inString = false;
  }

  private keep(text: string): void {
    this.element += text;
    if (this.element.length > LONGEST_EVENT) throw this.fault('is longer than any event');
  }

  private *finishElement(by: string): Generator<EventText> {
    if (by === '}') throw this.fault('a brace closes what a bracket opened');
    const leading = this.element.length - this.element.trimStart().length;
    const begins = this.elementLine + lineBreaks(this.element.slice(0, leading));
    // Outside of strings a line break is only space, and inside of them JSON has none.
    const json = this.element.trim().replaceAll(/[\r\n]+/g, ' ');
    this.element = '';
    this.elementLine = this.line;
    const isEmptyArray = json === '' && by === ']' && !this.hadComma;
    this.hadComma = by === ',';
    if (isEmptyArray) return;
    if (json === '') throw this.fault('there is a comma with no event beside it');
    yield { json, place: `${this.file}:${begins}` };
  }

  private fault(message: string): CommandFailure {
    return new CommandFailure(`${this.file}:${this.line}: ${message}`);
  }
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}

import { matchAny, type PatternMatch } from './pattern.js';

/** What a tool tells of something: one text a property, or several (labels, images). */
export type Told<Property extends string> = Partial<
  Readonly<Record<Property, string | readonly string[] | null | undefined>>
>;

/** Patterns by property: every property that is named must fit, by any of its patterns. */
export type Conditions<Property extends string> = Partial<
  Readonly<Record<Property, readonly string[]>>
>;

/** What the patterns captured, if all conditions are met; what is not told fits no pattern. */
export function meets<Property extends string>(
  told: Told<Property>,
  conditions: Conditions<Property>,
): PatternMatch | undefined {
  let captured: PatternMatch = {};
  for (const [property, patterns] of Object.entries(conditions) as [Property, string[]][]) {
    const match = matchAny(patterns, textsOf(told[property]));
    if (match === undefined) return undefined;
    captured = { ...captured, ...match };
  }
  return captured;
}

export function textsOf(told: string | readonly string[] | null | undefined): readonly string[] {
  if (told === undefined || told === null || told === '') return [];
  return typeof told === 'string' ? [told] : told;
}

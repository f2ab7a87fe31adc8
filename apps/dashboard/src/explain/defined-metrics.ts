import type { Definition } from '@throughline/api-client';
import { METRICS } from '../metrics/metric.js';

/** A metric that definitions put into words. */
export interface DefinedMetric {
  readonly id: string;
  readonly title: string;
  /** The question that it answers. */
  readonly asks: string;
}

/** The five, and the one beside them that has no tile. */
export const DEFINED_METRICS: readonly DefinedMetric[] = [
  ...METRICS,
  {
    id: 'timeToRestore',
    title: 'Time to restore',
    asks: 'How long until an incident is over, whatever caused it?',
  },
];

/** The definition that an address names, or the one that the API answers by where it names none. */
export function chosenDefinition(
  definitions: readonly Definition[],
  named: string | undefined,
): Definition | undefined {
  return definitions.find(({ id }) => id === named) ?? definitions[0];
}

/** The chosen definition before the others, which keep their order. */
export function chosenFirst(
  definitions: readonly Definition[],
  named: string | undefined,
): readonly Definition[] {
  const chosen = chosenDefinition(definitions, named);
  return chosen === undefined ? [] : [chosen, ...definitions.filter(({ id }) => id !== chosen.id)];
}

/** A rule that shows a failure, and how sure each definition that believes it is of it. */
export interface RuleRow {
  readonly rule: string;
  readonly says: string;
  /** By the id of the definition; those that do not know the rule are left out. */
  readonly confidences: ReadonlyMap<string, number>;
}

/** Every rule that any definition knows, the surest first. */
export function failureRules(definitions: readonly Definition[]): readonly RuleRow[] {
  const rows = new Map<string, { says: string; confidences: Map<string, number> }>();
  for (const { id, failureRules } of definitions) {
    for (const { rule, says, confidence } of failureRules) {
      const row = rows.get(rule) ?? { says, confidences: new Map<string, number>() };
      rows.set(rule, row);
      row.confidences.set(id, confidence);
    }
  }
  return [...rows]
    .map(([rule, row]) => ({ rule, ...row }))
    .sort((a, b) => Math.max(...b.confidences.values()) - Math.max(...a.confidences.values()));
}

import type { QualityCheck } from '@throughline/api-client';

type Severity = QualityCheck['severity'];

/** In the order in which they matter. */
export const SEVERITIES: readonly {
  readonly severity: Severity;
  readonly title: string;
  readonly says: string;
}[] = [
  {
    severity: 'warning',
    title: 'Bends a number',
    says: 'Numbers of this window are not what they would be: mend these first.',
  },
  {
    severity: 'notice',
    title: 'Explains a number',
    says: 'Nothing need be wrong; it is good to know when reading the numbers.',
  },
  { severity: 'ok', title: 'In order', says: 'Looked for, and not found.' },
];

/** The checks of each severity that any is of. */
export function bySeverity(checks: readonly QualityCheck[]) {
  return SEVERITIES.map((group) => ({
    ...group,
    checks: checks.filter(({ severity }) => severity === group.severity),
  })).filter((group) => group.checks.length > 0);
}

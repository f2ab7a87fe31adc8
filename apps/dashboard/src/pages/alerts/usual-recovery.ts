import { durationInWords } from '@throughline/dora';
import type { Row } from '../../metrics/row.js';

/** How long a service's failures usually last, for one of them to be held against. */
export type UsualRecovery = Pick<NonNullable<Row['recoveryTime']>, 'recovered' | 'p50' | 'p90'>;

/** Of each service that had a failure in the window. */
export function usualRecoveries(rows: readonly Row[]): ReadonlyMap<string, UsualRecovery> {
  return new Map(
    rows.flatMap(({ group, recoveryTime }) =>
      recoveryTime == null || group.service == null ? [] : [[group.service, recoveryTime]],
    ),
  );
}

/** `1 h 32 min of 5`; that nothing is known where nothing has recovered. */
export function usualInWords(usual: UsualRecovery | undefined): string {
  return usual?.p50 == null
    ? 'none to compare with'
    : `${durationInWords(usual.p50)} (p50 of ${usual.recovered})`;
}

/** Of so few recoveries none is usual. */
const FEW = 5;

/** Whether a failure lasts longer than nine of ten that were recovered. */
export function isLong(seconds: number, usual: UsualRecovery | undefined): boolean {
  return usual?.p90 != null && usual.recovered >= FEW && seconds > usual.p90;
}

import { compareText, type QualityCheckName, type QualityCoverageName } from '@throughline/dora';
import type { FindingRow } from '@throughline/store';
import type { QualityContext } from './quality-context.js';
import { type Finding, findingOf, findingOfRow, type Found } from './quality-item.js';

/** The name of a list of things that were found: a check’s, or that of what a metric lacks. */
export type FindingName = QualityCheckName | QualityCoverageName;

/** Behind which finding a page begins. */
export interface FindingPosition {
  readonly afterAt: number;
  readonly afterKey: string;
}

/** What was found under one name: how much, among how much, and each of it. */
export interface FoundList {
  readonly count: number;
  /** null where what it was looked for among cannot be counted. */
  readonly of: number | null;
  read(after: FindingPosition, limit: number): Promise<readonly Finding[]>;
}

/** Looks for what some lists are made of. */
export interface Finder<Name extends FindingName = FindingName> {
  readonly names: readonly Name[];
  find(context: QualityContext): Promise<Readonly<Record<Name, FoundList>>>;
}

/** A list whose findings are all at hand. */
export function listOf(found: readonly Found[], of: number | null): FoundList {
  const sorted = found.map(findingOf).sort((a, b) => b.at - a.at || compareText(b.key, a.key));
  return {
    count: sorted.length,
    of,
    read: ({ afterAt, afterKey }, limit) =>
      Promise.resolve(
        sorted
          .filter(
            ({ at, key }) => at < afterAt || (at === afterAt && compareText(key, afterKey) < 0),
          )
          .slice(0, limit),
      ),
  };
}

/** A list that the store reads page by page. */
export function storedList(
  count: number,
  of: number | null,
  readPage: (page: FindingPosition & { readonly limit: number }) => Promise<readonly FindingRow[]>,
  saysOf: (row: FindingRow) => string,
): FoundList {
  return {
    count,
    of,
    read: async (after, limit) => {
      if (count === 0) return [];
      const rows = await readPage({ ...after, limit });
      return rows.map((row) => findingOfRow(row, saysOf));
    },
  };
}

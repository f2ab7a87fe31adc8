import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import styles from './data-table.module.css';
import { usePrinting } from './use-printing.js';
import { useTopOnPage } from './use-top-on-page.js';

export interface Column<Item> {
  readonly id: string;
  readonly title: string;
  /** What it is sorted by; a column without cannot be sorted. null comes last in either direction. */
  readonly value?: (item: Item) => string | number | null;
  readonly cell: (item: Item) => ReactNode;
  /** Numbers stand at the end of their cell. */
  readonly align?: 'start' | 'end';
  readonly sortsFirst?: 'ascending' | 'descending';
}

interface DataTableProps<Item> {
  /** What the table holds, for readers of screens. */
  readonly caption: string;
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly keyOf: (item: Item) => string;
  readonly sortedBy?: { readonly id: string; readonly descending: boolean };
  /** Called when its last row comes into sight: the place to ask for more. */
  readonly onEnd?: (() => void) | undefined;
  /** How many there are in all where not all are here. */
  readonly total?: number;
  /** Called with the keys of the rows in sight, to ask for what only those show. */
  readonly onInSight?: (keys: readonly string[]) => void;
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic, text: sortFn_text },
});

/** Pixels; a row that turns out to be higher is measured. */
const ROW_HEIGHT = 42;
const OVERSCAN = 12;
/** Scrolling that paused this long has come to rest. */
const SETTLED_MS = 150;

/** A table that sorts, and that draws only the rows in sight however many there are. */
export function DataTable<Item extends object>(props: DataTableProps<Item>) {
  const { caption, items, columns, keyOf, sortedBy, onEnd, total, onInSight } = props;
  const data = useMemo(() => [...items], [items]);
  const defined = useMemo(() => columns.map((column) => columnOf(column)), [columns]);
  const table = useTable({
    features,
    data,
    columns: defined,
    getRowId: keyOf,
    initialState: {
      sorting: sortedBy === undefined ? [] : [{ id: sortedBy.id, desc: sortedBy.descending }],
    },
  });
  const { rows } = table.getRowModel();
  const body = useRef<HTMLTableSectionElement>(null);
  const top = useTopOnPage(body);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const printing = usePrinting();
  const shown = virtualizer.getVirtualItems();
  const [first, last] = [shown[0], shown.at(-1)];
  const before = first === undefined || printing ? 0 : first.start - top;
  const after = last === undefined || printing ? 0 : virtualizer.getTotalSize() - (last.end - top);
  const reachedEnd = last !== undefined && last.index === rows.length - 1;
  useEffect(() => {
    if (reachedEnd) onEnd?.();
  }, [reachedEnd, onEnd]);
  const keysInSight = shown.map(({ index }) => rows[index]?.id ?? '').join('\n');
  useEffect(() => {
    if (onInSight === undefined) return undefined;
    // Who scrolls on does not want what just went by.
    const timer = setTimeout(() => {
      onInSight(keysInSight === '' ? [] : keysInSight.split('\n'));
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [keysInSight, onInSight]);
  const indexes = printing ? rows.map((_, index) => index) : shown.map(({ index }) => index);
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table} aria-rowcount={(total ?? rows.length) + 1}>
        <caption className="unseen">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted();
                const column = columns.find(({ id }) => id === header.column.id);
                return (
                  <th
                    key={header.id}
                    scope="col"
                    data-align={column?.align}
                    aria-sort={ariaSort(sorted)}
                  >
                    {header.column.getCanSort() ? (
                      <button
                        type="button"
                        className={styles.sort}
                        onClick={header.column.getToggleSortingHandler()}
                      >
                        {column?.title}
                        <span aria-hidden="true" className={styles.arrow} data-sorted={sorted}>
                          {sorted === 'asc' ? '↑' : '↓'}
                        </span>
                      </button>
                    ) : (
                      column?.title
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody ref={body}>
          <Space height={before} columns={columns.length} />
          {indexes.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr
                key={row.id}
                data-index={index}
                ref={virtualizer.measureElement}
                aria-rowindex={index + 2}
              >
                {columns.map((column) => (
                  <td key={column.id} data-align={column.align}>
                    {column.cell(row.original)}
                  </td>
                ))}
              </tr>
            );
          })}
          <Space height={after} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

function columnOf<Item extends object>({
  id,
  value,
  sortsFirst,
}: Column<Item>): ColumnDef<typeof features, Item> {
  return {
    id,
    // null has no place in an order; undefined is what the table knows to put last.
    accessorFn: (item) => value?.(item) ?? undefined,
    enableSorting: value !== undefined,
    sortUndefined: 'last',
    sortDescFirst: sortsFirst === 'descending',
  };
}

/** The rows that are not drawn keep their place. */
function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} className={styles.space} style={{ height }} />
    </tr>
  );
}

function ariaSort(sorted: false | 'asc' | 'desc') {
  if (sorted === false) return undefined;
  return sorted === 'asc' ? 'ascending' : 'descending';
}

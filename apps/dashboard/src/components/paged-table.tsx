import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import { type Column, DataTable } from './data-table.js';
import styles from './paged-table.module.css';
import { Problem } from './problem.js';

interface PagedTableProps<Item> {
  readonly answer: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Item[] }>>;
  readonly caption: string;
  readonly columns: readonly Column<Item>[];
  readonly keyOf: (item: Item) => string;
  /** What stands in its place where there is nothing to list. */
  readonly empty: ReactNode;
}

/** A list of the API, which comes page by page as it is scrolled through. */
export function PagedTable<Item extends object>(props: PagedTableProps<Item>) {
  const { answer, caption, columns, keyOf, empty } = props;
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } =
    answer;
  const items = useMemo(() => (data?.pages ?? []).flatMap((page) => [...page.items]), [data]);
  const askForMore = useCallback(() => {
    // A page that failed is asked for again by whoever scrolls on, not in a loop.
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  if (data === undefined) {
    return error === null ? (
      <p className={styles.note} role="status" aria-busy="true">
        Loading …
      </p>
    ) : (
      <Problem error={error} />
    );
  }
  if (items.length === 0) return empty;
  return (
    <>
      <DataTable
        caption={caption}
        items={items}
        columns={columns}
        keyOf={keyOf}
        onEnd={askForMore}
      />
      {error !== null && <Problem error={error} />}
      <p className={styles.note} aria-live="polite">
        {isFetchingNextPage
          ? 'Loading more …'
          : `${items.length.toLocaleString('en-GB')} ${hasNextPage ? 'so far; more come as you scroll' : 'in all'}.`}
      </p>
    </>
  );
}

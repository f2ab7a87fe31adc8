import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { PageAddress } from './address.js';
import { type Interval, type ScopeQuery, scopeQuery } from './filters.js';
import { trendInterval } from '../metrics/trend.js';

/** What the page's address says. */
export function useAddress(): PageAddress {
  return useSearch({ strict: false });
}

/** Changes parts of the address; undefined takes a part out. */
export function useChangeAddress(): (change: Partial<PageAddress>) => void {
  const navigate = useNavigate();
  return (change) => {
    void navigate({
      to: '.',
      search: (before: PageAddress) => ({ ...before, ...change }),
      resetScroll: false,
    });
  };
}

/** The filters as the API takes them, moving on with the clock. */
export function useScope(): ScopeQuery {
  return scopeQuery(useAddress(), useMinute());
}

/**
 * The filters of a list that is read from the top down: its window begins where it did when the page was
 * opened, as a list that is asked for anew each minute would slip from under its reader.
 */
export function useListScope(): ScopeQuery {
  const [opened] = useState(Date.now);
  return scopeQuery(useAddress(), opened);
}

/** How long a point of a trend is: what was chosen, or what fits the window. */
export function useTrendInterval(): Interval {
  const { interval } = useAddress();
  const { from, to } = useScope();
  const now = useMinute();
  return interval ?? trendInterval(from, to, now);
}

/** Now, in whole minutes. */
function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 60_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return Math.floor(now / 60_000) * 60_000;
}

/** The time zone in which the page reads and says dates. */
export function useTimezone(): string {
  return useAddress().timezone ?? 'UTC';
}

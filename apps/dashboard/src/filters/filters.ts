/**
 * What a page is about: the parameters of `GET /v1/metrics`, in the page's address under the same names,
 * and `last` for a window that moves along with the clock.
 */
export interface Filters {
  /** A window that ends now, `90d`; left out where `from` or `to` is there. */
  readonly last?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly interval?: Interval | undefined;
  readonly groupBy?: Grouping | undefined;
  readonly timezone?: string | undefined;
  readonly definition?: string | undefined;
  readonly service?: string | undefined;
  readonly team?: string | undefined;
  readonly repository?: string | undefined;
  readonly environment?: string | undefined;
}

export const INTERVALS = ['day', 'week', 'month', 'quarter'] as const;
export type Interval = (typeof INTERVALS)[number];

export const GROUPINGS = ['service', 'team', 'repository', 'environment'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Lists of names, comma-separated. */
export const SCOPES = ['team', 'service', 'repository', 'environment'] as const;
export type Scope = (typeof SCOPES)[number];

const TEXTS = ['from', 'to', 'timezone', 'definition', ...SCOPES] as const;

/** The window of a page whose address names none. */
export const DEFAULT_DAYS = 90;

/** Reads an address's parameters; what is no filter, or no value of one, is left out. */
export function readFilters(search: Readonly<Record<string, unknown>>): Filters {
  const texts = Object.fromEntries(
    TEXTS.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
  return {
    ...texts,
    ...oneOf('interval', INTERVALS, search.interval),
    ...oneOf('groupBy', GROUPINGS, search.groupBy),
    ...(texts.from === undefined && texts.to === undefined && daysOf(search.last) !== undefined
      ? { last: search.last as string }
      : {}),
  };
}

function oneOf<Value extends string>(name: string, values: readonly Value[], given: unknown) {
  return values.some((value) => value === given) ? { [name]: given as Value } : {};
}

/** `30d` is 30. */
function daysOf(last: unknown): number | undefined {
  const digits = typeof last === 'string' ? /^([1-9]\d{0,3})d$/.exec(last)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

/** How many days a window that ends now is long; undefined for one with dates. */
export function lastDays({ last, from, to }: Filters): number | undefined {
  return from === undefined && to === undefined ? (daysOf(last) ?? DEFAULT_DAYS) : undefined;
}

/** The filters as every list and metric of the API takes them. */
export interface ScopeQuery {
  readonly from?: string;
  readonly to?: string;
  readonly timezone?: string;
  readonly definition?: string;
  readonly service?: string;
  readonly team?: string;
  readonly repository?: string;
  readonly environment?: string;
}

/**
 * The parameters for the API. A window that ends now is cut at the last whole minute, so that the parts
 * of a page ask about the same one and an answer can be asked for again with its ETag.
 *
 * @param now milliseconds since 1970
 */
export function scopeQuery(filters: Filters, now: number): ScopeQuery {
  // Picked, not left over: an address has more in it than filters, and the API refuses what it does not know.
  const given = Object.fromEntries(
    TEXTS.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]])),
  );
  const days = lastDays(filters);
  if (days === undefined) return given;
  const minute = Math.floor(now / 60_000) * 60_000;
  return { ...given, from: new Date(minute - days * 86_400_000).toISOString() };
}

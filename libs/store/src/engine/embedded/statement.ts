/** What ClickHouse's HTTP interface takes with one request, for the embedded engine. */
export interface Statement {
  /** One statement; a second one is refused. */
  readonly sql: string;
  /** Database that unqualified names are read in; the engine's `default` when left out. */
  readonly database?: string;
  /** ClickHouse settings of this statement alone, as text. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Values of `{name:Type}` placeholders, in ClickHouse's escaped text form as `param_name=` carries it over HTTP. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Aborting rejects at once and kills the statement inside the engine; an insert's outcome is then unknown. */
  readonly signal?: AbortSignal;
}

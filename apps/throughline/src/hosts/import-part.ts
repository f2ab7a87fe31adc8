/** A webhook as its host would have delivered it. */
export interface ImportedDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: unknown;
}

/** What a page of a host's API says. */
export interface ReadPage {
  readonly deliveries: readonly ImportedDelivery[];
  /** What is told better by an event of our own: the API knows more of it than a webhook. */
  readonly events: readonly object[];
  /** What of the page could not be read, and why, a line each. */
  readonly unread: readonly string[];
  /** Nothing on the pages after it is asked for. */
  readonly isEnough: boolean;
}

/** One of the lists that an import reads, page by page. */
export interface ImportPart {
  /** As `--only` calls it. */
  readonly name: string;
  readonly firstPage: string;
  /** What the list stands under, where a page is no list itself. */
  readonly list?: string;
  read(items: readonly unknown[]): Promise<ReadPage>;
}

import { LRUCache } from 'lru-cache';

/** What an import of a large repository sends; some 15 MB when full. */
const REMEMBERED = 100_000;

/**
 * The digests of what this process has seen become durable, as far as it remembers. What is in here need
 * not be appended again; what was forgotten, or came by another process, is appended twice and counts once
 * all the same. Nothing may be remembered before it is durable: it would be dropped when it is sent again.
 */
export class RecentlyDurable {
  readonly #digests = new LRUCache<string, true>({ max: REMEMBERED });

  has(digest: string): boolean {
    return this.#digests.get(digest) === true;
  }

  remember(digest: string): void {
    this.#digests.set(digest, true);
  }
}

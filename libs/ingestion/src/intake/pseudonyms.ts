import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** The fields of an event that say who did it. */
const PEOPLE = ['author', 'actor', 'reviewer'] as const;

/** What we make of a person, and therefore leave alone: a quarantined event comes back with it. */
const PSEUDONYM = /^hmac:[0-9a-f]{32}$/;

/** A history of years has far fewer authors; one that is not remembered costs another hash. */
const REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 500;

/**
 * Puts keyed hashes in the place of people, before anything else looks at an event: behind this
 * nothing knows who anybody is, and nothing can tell without the key.
 */
export class Pseudonyms {
  readonly #known = new LRUCache<string, string>({ max: REMEMBERED });

  constructor(private readonly identityKey: string) {}

  /** The event with pseudonyms; an event about nobody, and what is no event, comes back as it is. */
  applyTo(event: unknown): unknown {
    if (typeof event !== 'object' || event === null || Array.isArray(event)) return event;
    return this.#replace(event as Fields, (person) =>
      typeof person === 'string' ? this.of(person) : person,
    );
  }

  /** For what is kept although it is invalid: there a person may also be no text at all. */
  applyToAll(event: unknown): unknown {
    if (typeof event !== 'object' || event === null || Array.isArray(event)) return event;
    return this.#replace(event as Fields, (person) =>
      this.of(typeof person === 'string' ? person : JSON.stringify(person)),
    );
  }

  /** Nobody stays nobody: an empty text is for the schema to refuse. */
  of(person: string): string {
    if (person === '' || PSEUDONYM.test(person)) return person;
    const known = this.#known.get(person);
    if (known !== undefined) return known;
    const digest = createHmac('sha256', this.identityKey).update(person).digest('hex');
    const pseudonym = `hmac:${digest.slice(0, 32)}`;
    if (person.length <= LONGEST_REMEMBERED) this.#known.set(person, pseudonym);
    return pseudonym;
  }

  #replace(event: Fields, pseudonym: (person: unknown) => unknown): Fields {
    let replaced: Fields | undefined;
    for (const field of PEOPLE) {
      const person = event[field];
      if (person === undefined || person === null) continue;
      replaced = { ...(replaced ?? event), [field]: pseudonym(person) };
    }
    return replaced ?? event;
  }
}

type Fields = Readonly<Record<string, unknown>>;

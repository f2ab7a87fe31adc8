import { decodeText, invalidQuery, parseJson } from '@throughline/service-kit';
import { genericSource } from '@throughline/sources';
import type { IngestionOptions } from '../options.js';
import { type Entry, unreadable } from '../request/entry.js';

/**
 * What the expression of a source of the configuration says of a payload by now. Headers are not kept
 * in quarantine, so it is given none.
 *
 * @throws ProblemError TL_INVALID_QUERY for a source that has no expression, TL_BODY_NOT_JSON
 */
export async function readAgain(
  source: string,
  body: Uint8Array,
  { sources }: Pick<IngestionOptions, 'sources'>,
): Promise<Entry[]> {
  const { events, signature } = sources[source] ?? {};
  if (events === undefined) {
    throw invalidQuery([
      { path: 'source', message: `names no source of the configuration that has an expression` },
    ]);
  }
  const payload = parseJson(decodeText(body));
  const said = await genericSource(source, { events, signature }).normalise(payload, {});
  switch (said.kind) {
    case 'events':
      return said.events.map((value) => ({ value }));
    case 'ignored':
      return [];
    case 'unread':
      return [unreadable(payload, said.reason)];
  }
}

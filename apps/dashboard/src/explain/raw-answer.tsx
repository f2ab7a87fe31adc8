import { storedToken } from '../api/token.js';
import { stringifySearch } from '../filters/address.js';
import type { ExplainQuery } from './explain-query.js';

/** The same question as the API is asked it. A browser sends no token along, so with one it is text to copy. */
export function RawAnswer({ query }: { readonly query: ExplainQuery }) {
  const address = `/v1/explain${stringifySearch({ ...query })}`;
  if (storedToken() !== undefined) return <code className="said">GET {address}</code>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      The same as JSON
    </a>
  );
}

import { type MouseEvent, useState } from 'react';
import { storedToken } from '../api/token.js';
import { saveBlob } from '../charts/export-png.js';
import { stringifySearch } from '../filters/address.js';
import styles from './csv-link.module.css';

interface CsvLinkProps {
  /** An address of the API that answers CSV too, `/v1/deployments`. */
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** What is in it, and the name of the file; the last part of the address where left out. */
  readonly name?: string | undefined;
}

/** What a page shows, all of it, as CSV. */
export function CsvLink({ path, query, name = path.split('/').at(-1) ?? '' }: CsvLinkProps) {
  const [failed, setFailed] = useState(false);
  const { limit: _limit, cursor: _cursor, ...question } = query;
  const href = `${path}${stringifySearch({ ...question, format: 'csv' })}`;
  const fetchWithToken = (event: MouseEvent) => {
    const token = storedToken();
    // A browser that follows the link streams it to the disk; but it cannot send the token of this tab.
    if (token === undefined) return;
    event.preventDefault();
    setFailed(false);
    saveAnswer(href, token, `${name}.csv`).catch(() => {
      setFailed(true);
    });
  };
  return (
    <span className={`${styles.csv} unprinted`}>
      {failed && <span role="alert">The API did not give it. </span>}
      <a
        href={href}
        download={`${name}.csv`}
        onClick={fetchWithToken}
        aria-label={`${name} as CSV`}
      >
        CSV
      </a>
    </span>
  );
}

async function saveAnswer(href: string, token: string, name: string): Promise<void> {
  const answer = await fetch(href, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`The API answered ${answer.status}.`);
  saveBlob(await answer.blob(), name);
}

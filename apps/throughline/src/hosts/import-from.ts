import type { ApiClient } from '../api/api-client.js';
import type { Output } from '../terminal/output.js';
import { type Host, HostClient } from './host-client.js';
import { type Imported, importPages } from './import-pages.js';
import type { ImportPart } from './import-part.js';
import { ImportState } from './import-state.js';

/** What an import from a host is asked for. */
export interface AskedImport {
  /** As the host calls it: `acme/shop`. */
  readonly repository: string;
  /** Which parts, by their names. */
  readonly parts: readonly string[];
  /** RFC 3339; what has not changed since is left out. */
  readonly since: string | undefined;
  readonly stateFile: string;
  /** The address of the platform it is for: another one has nothing of what was sent before. */
  readonly platform: string;
}

/** A kind of host that can be imported from. */
export interface ImportableHost {
  /** The source whose webhooks tell the same. */
  readonly source: string;
  readonly host: Host;
  /** Every part there is, in the order they are read. */
  readonly partsOf: (
    client: HostClient,
    asked: AskedImport,
    api: ApiClient,
  ) => Promise<readonly ImportPart[]>;
}

/** Sends what the webhooks of a host would have told of a repository. */
export async function importFrom(
  { source, host, partsOf }: ImportableHost,
  asked: AskedImport,
  api: ApiClient,
  output: Pick<Output, 'note' | 'progress'>,
): Promise<Imported> {
  const client = new HostClient(host, {
    note: (line) => {
      output.note(line);
    },
  });
  const all = await partsOf(client, asked, api);
  const question = JSON.stringify([
    ...[host.api, asked.repository, asked.parts, asked.since, asked.platform],
  ]);
  const state = await ImportState.open(asked.stateFile, question);
  if (state.isBegun) output.note(`going on where the last run ended (${asked.stateFile})`);
  const parts = all.filter(({ name }) => asked.parts.includes(name));
  return importPages({ source, parts, host: client, api, state, output });
}

import type { ApiClient } from '../api/api-client.js';
import type { Output } from '../terminal/output.js';
import type { HostClient } from './host-client.js';
import type { ImportPart } from './import-part.js';
import type { ImportState } from './import-state.js';

/** What became of everything that was read. */
export interface Imported {
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** Of which nothing is measured. */
  readonly ignored: number;
  /** Things that are not as the host documents them, and why, a line each; the first hundred. */
  readonly unread: readonly string[];
  /** Of each part, how many things were read. */
  readonly read: Readonly<Record<string, number>>;
}

export interface ImportWork {
  /** The source whose webhooks these would have been. */
  readonly source: string;
  readonly parts: readonly ImportPart[];
  readonly host: Pick<HostClient, 'page'>;
  readonly api: Pick<ApiClient, 'sendEvents' | 'sendDeliveries'>;
  readonly state: ImportState;
  readonly output: Pick<Output, 'note' | 'progress'>;
}

/** What is told of things that could not be read: enough to see what is wrong. */
const MOST_UNREAD = 100;

/**
 * Reads the parts page by page and sends each page before the next one is asked for; where it came to is
 * kept only after what was on the page is durable.
 */
export async function importPages(work: ImportWork): Promise<Imported> {
  const sum = { accepted: 0, duplicates: 0, quarantined: 0, ignored: 0 };
  const read: Record<string, number> = {};
  const unread: string[] = [];
  for (const part of work.parts) {
    const progress = work.output.progress(part.name, undefined);
    let address = work.state.pageOf(part.name, part.firstPage);
    read[part.name] = 0;
    try {
      while (address !== undefined) {
        const page = await work.host.page(address, part.list);
        const told = await part.read(page.items);
        const sent = await send(work, told);
        for (const name of ['accepted', 'duplicates', 'quarantined', 'ignored'] as const) {
          sum[name] += sent[name];
        }
        unread.push(...told.unread, ...sent.unread);
        unread.length = Math.min(unread.length, MOST_UNREAD);
        read[part.name] = (read[part.name] ?? 0) + page.items.length;
        progress.advance(page.items.length);
        address = told.isEnough ? undefined : page.next;
        await work.state.reach(part.name, address);
      }
    } finally {
      progress.stop();
    }
    work.output.note(`${part.name}: ${read[part.name]} read`);
  }
  await work.state.finish();
  return { ...sum, unread, read };
}

async function send(
  { api, source }: ImportWork,
  { deliveries, events }: Awaited<ReturnType<ImportPart['read']>>,
) {
  const nothing = { accepted: 0, duplicates: 0, quarantined: 0, ignored: 0, refused: [] };
  const asEvents =
    events.length === 0
      ? nothing
      : await api.sendEvents(
          events.map((event) => JSON.stringify(event)),
          { quarantineInvalid: true },
        );
  const asDeliveries =
    deliveries.length === 0 ? nothing : await api.sendDeliveries(source, deliveries);
  return {
    accepted: asEvents.accepted + asDeliveries.accepted,
    duplicates: asEvents.duplicates + asDeliveries.duplicates,
    quarantined: asEvents.quarantined + asDeliveries.quarantined,
    ignored: asDeliveries.ignored,
    unread: asDeliveries.refused.map(({ reason }) => reason),
  };
}

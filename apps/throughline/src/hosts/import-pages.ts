import type { ApiClient } from '../api/api-client.js';
import type { Output } from '../terminal/output.js';
import { inBatches } from '../events/batches.js';
import type { HostClient, Page } from './host-client.js';
import { unlessWithheld } from './read-items.js';
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

const COUNTED = ['accepted', 'duplicates', 'quarantined', 'ignored'] as const;

type Counted = (typeof COUNTED)[number];

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
        const page = await pageOf(work.host, address, part);
        const told = await part.read(page.items);
        const sent = await send(work, told);
        add(sum, sent);
        unread.push(...page.unread, ...told.unread, ...sent.unread);
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

/** A part that the repository does not have (its issues may be switched off) must not cost the others. */
async function pageOf(
  host: ImportWork['host'],
  address: string,
  { name, list }: ImportPart,
): Promise<Page & { readonly unread: readonly string[] }> {
  const page = await unlessWithheld(name, () => host.page(address, list));
  return 'unread' in page
    ? { items: [], next: undefined, unread: page.unread }
    : { ...page, unread: [] };
}

/** A page may say more than one request may hold: a hundred pull requests have thousands of commits. */
async function send(
  { api, source }: ImportWork,
  { deliveries, events }: Awaited<ReturnType<ImportPart['read']>>,
) {
  const sum = { accepted: 0, duplicates: 0, quarantined: 0, ignored: 0 };
  const unread: string[] = [];
  for await (const batch of inBatches(events.map((event) => ({ json: JSON.stringify(event) })))) {
    const lines = batch.map(({ json }) => json);
    add(sum, await api.sendEvents(lines, { quarantineInvalid: true }));
  }
  const sized = deliveries.map((delivery) => ({ delivery, json: JSON.stringify(delivery) }));
  for await (const batch of inBatches(sized)) {
    const receipt = await api.sendDeliveries(
      source,
      batch.map(({ delivery }) => delivery),
    );
    add(sum, receipt);
    unread.push(...receipt.refused.map(({ reason }) => reason));
  }
  return { ...sum, unread };
}

function add(sum: Record<Counted, number>, receipt: Partial<Record<Counted, number>>): void {
  for (const name of COUNTED) sum[name] += receipt[name] ?? 0;
}

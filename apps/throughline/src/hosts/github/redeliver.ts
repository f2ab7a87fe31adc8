import { z } from 'zod';
import { CommandFailure } from '../../command-failure.js';
import type { HostClient } from '../host-client.js';
import { unlessWithheld } from '../read-items.js';

const hookSchema = z.object({
  id: z.int(),
  config: z.object({ url: z.string().optional() }),
});

/** https://docs.github.com/rest/repos/webhooks#list-deliveries-for-a-repository-webhook */
const deliverySchema = z.object({
  id: z.int(),
  /** The same for every attempt at one delivery. */
  guid: z.string(),
  delivered_at: z.string(),
  status_code: z.int(),
  event: z.string(),
});

type HookDelivery = z.output<typeof deliverySchema>;

export interface Redelivery {
  /** `acme/shop`, or `acme` for the webhooks of an organisation. */
  readonly owner: string;
  readonly hook: number | undefined;
  /** RFC 3339; default: as far back as GitHub keeps deliveries. */
  readonly since: string | undefined;
  readonly dryRun: boolean;
}

export interface Redelivered {
  readonly hooks: number;
  readonly deliveries: number;
  /** Of which no attempt was answered with success. */
  readonly failed: number;
  readonly askedAgain: number;
  /** Deliveries that GitHub will not make again, and why, a line each: it keeps them for three days. */
  readonly withheld: readonly string[];
}

/** Where our webhooks end, whatever address a proxy gives the platform. */
const OURS = /\/v1\/webhooks\/github(?:\/|$)/;

/**
 * Asks GitHub to deliver again what it could not: it does not do so by itself, and keeps deliveries for three
 * days. Webhooks of GitHub apps are asked for by another key and are left out.
 */
export async function redeliver(
  host: Pick<HostClient, 'all' | 'page' | 'post'>,
  { owner, hook, since, dryRun }: Redelivery,
): Promise<Redelivered> {
  const path = `/${owner.includes('/') ? 'repos' : 'orgs'}/${owner}/hooks`;
  const hooks = z
    .array(hookSchema)
    .parse(await host.all(`${path}?per_page=100`))
    .filter(({ id, config }) => (hook === undefined ? OURS.test(config.url ?? '') : id === hook));
  if (hooks.length === 0) throw new CommandFailure(noHook(owner, hook));

  const withheld: string[] = [];
  const sum = { hooks: hooks.length, deliveries: 0, failed: 0, askedAgain: 0, withheld };
  for (const { id } of hooks) {
    const deliveries = await deliveriesSince(host, `${path}/${id}/deliveries?per_page=100`, since);
    const failed = failedOf(deliveries);
    sum.deliveries += new Set(deliveries.map(({ guid }) => guid)).size;
    sum.failed += failed.length;
    if (dryRun) continue;
    for (const delivery of failed) {
      const attempts = `${path}/${id}/deliveries/${delivery.id}/attempts`;
      const asked = await unlessWithheld(delivery.guid, async () => {
        await host.post(attempts);
        return {};
      });
      if ('unread' in asked) sum.withheld.push(...asked.unread);
      else sum.askedAgain += 1;
    }
  }
  return sum;
}

/**
 * Of each delivery that never succeeded the newest attempt, oldest delivery first: what was told first is
 * told first again.
 */
function failedOf(deliveries: readonly HookDelivery[]): readonly HookDelivery[] {
  const newest = new Map<string, HookDelivery>();
  const succeeded = new Set<string>();
  for (const delivery of deliveries) {
    const { guid, status_code: status } = delivery;
    if (status >= 200 && status < 300) succeeded.add(guid);
    const before = newest.get(guid);
    if (before === undefined || before.delivered_at < delivery.delivered_at) {
      newest.set(guid, delivery);
    }
  }
  return [...newest.values()]
    .filter(({ guid }) => !succeeded.has(guid))
    .sort((a, b) => Date.parse(a.delivered_at) - Date.parse(b.delivered_at));
}

async function deliveriesSince(
  host: Pick<HostClient, 'page'>,
  firstPage: string,
  since: string | undefined,
): Promise<readonly HookDelivery[]> {
  const from = since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since);
  const all: HookDelivery[] = [];
  for (let next: string | undefined = firstPage; next !== undefined;) {
    const page: Awaited<ReturnType<typeof host.page>> = await host.page(next);
    const read = z.array(deliverySchema).parse(page.items);
    const wanted = read.filter(({ delivered_at: at }) => Date.parse(at) >= from);
    all.push(...wanted);
    next = wanted.length < read.length ? undefined : page.next;
  }
  return all;
}

function noHook(owner: string, hook: number | undefined): string {
  return hook === undefined
    ? `${owner} has no webhook whose address ends with /v1/webhooks/github: name another with --hook`
    : `${owner} has no webhook ${hook}: GitHub shows the number in the address of its settings page`;
}

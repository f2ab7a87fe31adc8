import { connect, type Socket } from 'node:net';
import { checkedAddresses, lookupAmong } from './checked-addresses.js';
import { type Outside, withinLimit } from './outside.js';

export interface Host {
  /** A name or an IP address, an IPv6 one with its brackets. */
  readonly hostname: string;
  readonly port: number;
  /** Whether it may be in one's own network. */
  readonly allowPrivate: boolean;
}

/**
 * Opens a connection to a host that somebody else chose, with the same guard as for posts: to the
 * very addresses that were checked.
 *
 * @throws {DeliveryError} the host is refused
 * @throws {Error} what Node says of a connection that does not come about
 */
export async function connectGuarded(
  { hostname, port, allowPrivate }: Host,
  { resolve }: Outside,
  limit: AbortSignal,
): Promise<Socket> {
  const addresses = await withinLimit(checkedAddresses(hostname, allowPrivate, resolve), limit);
  return new Promise((connected, failed) => {
    const socket = connect({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      lookup: lookupAmong(addresses),
      signal: limit,
    });
    socket.once('error', failed);
    socket.once('connect', () => {
      socket.off('error', failed);
      connected(socket);
    });
  });
}

import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { DeliveryError } from '../delivery-error.js';
import { judgeAddress } from './address-guard.js';

/** Finds the addresses of a host; rejects as Node's `lookup` does. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Resolves a host, once, and checks every address that it has. Whoever connects goes to exactly what
 * comes back: a name that says something else the second time (DNS rebinding) is not asked again.
 *
 * @param hostname a name or an IP address, an IPv6 one with or without its brackets
 * @throws {DeliveryError} one of its addresses may not be written to
 */
export async function checkedAddresses(
  hostname: string,
  allowPrivate: boolean,
  resolve: Resolve,
): Promise<readonly LookupAddress[]> {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(host);
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }];
  if (addresses.length === 0) {
    throw new DeliveryError(`${hostname} has no address`, { again: true });
  }
  for (const { address } of addresses) {
    const { reach, what } = judgeAddress(address);
    if (reach === 'public' || (reach === 'private' && allowPrivate)) continue;
    const isOrIsAt = address === host ? 'is' : `is at ${address},`;
    const mend =
      reach === 'private'
        ? 'if the receiver is meant to be there, set "allowPrivate: true" on it'
        : 'nothing is ever sent there, whatever "allowPrivate" says';
    throw new DeliveryError(`refused: ${hostname} ${isOrIsAt} ${what}; ${mend}`, { again: true });
  }
  return addresses;
}

/** For sockets: answers with addresses that were found before, whatever is asked. */
export function lookupAmong(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, { all = false }, callback) => {
    if (all) {
      callback(null, [...addresses]);
      return;
    }
    const [first] = addresses;
    callback(null, first?.address ?? '', first?.family);
  };
}

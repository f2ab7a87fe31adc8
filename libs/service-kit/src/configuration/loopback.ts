import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addAddress('::1', 'ipv6');
// IPv4 in IPv6, ::ffff:127.0.0.0/104.
LOOPBACK.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');

/** Whether only this machine can reach the host: `localhost`, 127.0.0.0/8 or ::1, with or without brackets. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  // Asked for every request, mostly of these two: a BlockList takes as long as all else that is checked of one.
  switch (isIP(address)) {
    case 0:
      return address === 'localhost';
    case 4:
      return address.startsWith('127.');
    default:
      return LOOPBACK.check(address, 'ipv6');
  }
}

import ipaddr from 'ipaddr.js';

/**
 * Who may be written to. `private` are addresses of one's own network, which a receiver has to be
 * allowed by name; `never` are those that no receiver has: where clouds hand out credentials, and
 * what is no address of a host.
 */
export type Reach = 'public' | 'private' | 'never';

export interface JudgedAddress {
  readonly reach: Reach;
  /** What the address is, for people: `a loopback address`. */
  readonly what: string;
}

const OWN_NETWORK: Readonly<Record<string, string>> = {
  loopback: 'a loopback address',
  private: 'a private address',
  uniqueLocal: 'a private address',
  carrierGradeNat: 'an address behind a carrier’s NAT',
};

/**
 * Where clouds tell a machine its credentials, beside 169.254.0.0/16 and fe80::/10, which no receiver
 * is in: AWS and Google over IPv6, Alibaba, Azure (whose address is a public one).
 */
const METADATA = ['fd00:ec2::/32', 'fd20:ce::/32', '100.100.100.200/32', '168.63.129.16/32'].map(
  (range) => ipaddr.parseCIDR(range),
);

/** All of IPv6 that is given out to hosts (IANA); what is outside is not on the Internet. */
const GIVEN_OUT = ipaddr.parseCIDR('2000::/3');

const WELL_KNOWN_NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

/** Says who an address belongs to, going by the special-purpose registries of IANA. */
export function judgeAddress(text: string): JudgedAddress {
  if (!ipaddr.isValid(text)) return { reach: 'never', what: 'no IP address' };
  const address = carried(ipaddr.parse(text));
  const range = address.range();
  if (range === 'linkLocal' || METADATA.some((one) => isWithin(address, one))) {
    return { reach: 'never', what: 'an address where clouds hand out credentials' };
  }
  const own = OWN_NETWORK[range];
  if (own !== undefined) return { reach: 'private', what: own };
  const isGivenOut = address.kind() === 'ipv4' || isWithin(address, GIVEN_OUT);
  return range === 'unicast' && isGivenOut
    ? { reach: 'public', what: 'a public address' }
    : { reach: 'never', what: 'a reserved address' };
}

type Address = ReturnType<typeof ipaddr.parse>;

/**
 * The IPv4 address that an IPv6 address stands for. One behind the well-known NAT64 prefix is judged
 * by what is behind it: in a network of IPv6 alone, DNS64 gives every host of the old Internet such
 * an address. Other prefixes that carry one (6to4, Teredo, translation of one's own) are reserved.
 */
function carried(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return isWithin(address, WELL_KNOWN_NAT64)
    ? ipaddr.fromByteArray(address.toByteArray().slice(-4))
    : address;
}

function isWithin(address: Address, range: readonly [Address, number]): boolean {
  return address.kind() === range[0].kind() && address.match(range[0], range[1]);
}

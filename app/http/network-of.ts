import ipaddr from "ipaddr.js";

/**
 * The network an address counts as: an IPv4 address itself, an IPv6 address's /64, which one
 * customer holds whole. IPv4 inside IPv6 is IPv4.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return "unknown";
  const parsed = ipaddr.process(bare);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const [prefix] = ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`)
    .toString()
    .split("%");
  return `${prefix}/64`;
}

/** True for an address of this machine itself. */
export function isLoopback(address: string): boolean {
  const bare = address.replace(/%.*$/, "");
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === "loopback";
}

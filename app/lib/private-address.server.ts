import { BlockList, isIP } from "node:net";

/** Networks that are nobody's in public: RFC 6890 and its registries. */
const V4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
  192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4
  240.0.0.0/4`;
/** Within 2000::/3; everything outside it isn't public anyway. 2002::/16 and 64:ff9b::/96 carry others. */
const V6 = "2001::/23 2001:db8::/32 2002::/16 3fff::/20";

const listed = new BlockList();
for (const net of V4.split(/\s+/)) {
  const [address = "", bits] = net.split("/");
  listed.addSubnet(address, Number(bits), "ipv4");
}
for (const net of V6.split(" ")) {
  const [address = "", bits] = net.split("/");
  listed.addSubnet(address, Number(bits), "ipv6");
}
const unicast = new BlockList();
unicast.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address leads into a private, local or otherwise special network, or is none at all. */
export function isPrivateAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return listed.check(address, "ipv4");
  if (kind !== 6) return true;
  return !unicast.check(address, "ipv6") || listed.check(address, "ipv6");
}
